const order = [];
await new Promise((resolve) => setImmediate(() => {
  process.nextTick(() => {
    order.push('tick 1');
    process.nextTick(() => order.push('tick in tick'));
    Promise.resolve().then(() => order.push('promise in tick'));
  });
  Promise.resolve().then(() => order.push('promise 1')).then(() => process.nextTick(() => { order.push('tick in promise'); resolve(); }));
  order.push('immediate');
}));
console.log(order);

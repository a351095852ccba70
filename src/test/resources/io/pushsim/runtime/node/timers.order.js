const order = [];
await new Promise((resolve) => {
  setTimeout(() => order.push('timeout 2'), 25);
  setTimeout(() => order.push('timeout 1'), 1);
  process.nextTick(() => order.push('tick'));
  Promise.resolve().then(() => order.push('promise')).then(() => order.push('promise 2'));
  queueMicrotask(() => order.push('microtask'));
  order.push('sync');
  setTimeout(resolve, 60);
});
console.log(order.filter((each) => each !== 'x').join());

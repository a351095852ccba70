const order = [];
await new Promise((resolve) => setImmediate(() => {
  setImmediate(() => { order.push('second round'); resolve(); });
  order.push('first');
  setImmediate(() => order.push('second round, too'));
}));
await new Promise(setImmediate);
console.log(order);

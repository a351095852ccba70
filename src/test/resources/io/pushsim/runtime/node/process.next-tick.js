const order = [];
await new Promise((resolve) => {
  process.nextTick((a, b) => order.push(a + b), 1, 2);
  process.nextTick(() => { order.push('second'); process.nextTick(() => { order.push('nested'); resolve(); }); });
  order.push('sync');
});
console.log(order);
for (const value of [undefined, 'x']) {
  try {
    process.nextTick(value);
  } catch (error) {
    console.log(error.code, error.message);
  }
}

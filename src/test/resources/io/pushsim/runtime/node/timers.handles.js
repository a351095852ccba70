const timer = setTimeout(() => {}, 10);
console.log(timer.hasRef(), timer.unref() === timer, timer.hasRef(), typeof timer[Symbol.toPrimitive](), timer.constructor.name);
clearTimeout(timer);
clearTimeout(undefined);
clearTimeout('nothing');
let runs = 0;
await new Promise((resolve) => {
  const interval = setInterval((...values) => {
    runs += 1;
    if (runs === 3) {
      clearInterval(interval);
      resolve(console.log(values));
    }
  }, 1, 'a', 'b');
});
for (const value of [undefined, 'code', {}]) {
  try {
    setTimeout(value);
  } catch (error) {
    console.log(error.code, error.message);
  }
}

//! invoke {}
//! result {"ticks":3,"cleared":false,"elapsed":true,"reffed":false,"arguments":[1,2]}
exports.handler = async () => {
  const start = Date.now();
  let ticks = 0;
  let cleared = false;
  const interval = setInterval(() => {
    ticks += 1;
    if (ticks === 3) {
      clearInterval(interval);
    }
  }, 10);
  clearTimeout(setTimeout(() => { cleared = true; }, 5));
  clearImmediate(setImmediate(() => { cleared = true; }));
  const timer = setTimeout(() => {}, 100000);
  timer.unref();
  const values = await new Promise((resolve) => setTimeout((...given) => resolve(given), 50, 1, 2));
  const passed = Date.now() - start;
  return { ticks, cleared, elapsed: passed >= 50 && passed < 52, reffed: timer.hasRef(), arguments: values };
};

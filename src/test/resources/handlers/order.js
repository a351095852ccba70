//! invoke {}
//! result ["sync","micro 1","micro 2","tick","micro of tick","immediate","tick of immediate","timeout 0","timeout 1","timeout 5"]
exports.handler = () => new Promise((resolve) => {
  const order = [];
  const note = (what) => () => order.push(what);
  setTimeout(note('timeout 5'), 5);
  setTimeout(note('timeout 0'), 0);
  setTimeout(note('timeout 1'), 1);
  setImmediate(() => {
    note('immediate')();
    process.nextTick(note('tick of immediate'));
  });
  process.nextTick(() => {
    note('tick')();
    Promise.resolve().then(note('micro of tick'));
  });
  Promise.resolve().then(note('micro 1')).then(note('micro 2'));
  note('sync')();
  setTimeout(() => resolve(order), 10);
});

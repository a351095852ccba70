// Which asynchronous context code runs in: that of the code that asked for it. Nothing is captured until somebody has an
// AsyncLocalStorage.
(function context(exports, internal) {
  'use strict';
  const { Snapshot, Variable } = internal('engine').AsyncContext;
  const { run } = Snapshot.prototype;
  const { apply } = Reflect;
  let used = false;

  exports.capture = () => {
    use();
    return new Snapshot();
  };
  exports.within = (snapshot, callback, receiver, values) => apply(run, snapshot, [() => apply(callback, receiver, values)]);
  exports.variable = () => {
    use();
    return new Variable();
  };

  function use() {
    if (!used) {
      used = true;
      internal('loop').followContexts(() => new Snapshot(), exports.within);
    }
  }
})

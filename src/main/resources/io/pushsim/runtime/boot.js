// Boots a simulated Node.js process: builds its globals and hands the host the few functions by which
// it drives the event loop. Evaluated once per process with the host's functions and the settings.
(function boot(host, settingsText) {
  'use strict';
  const settings = JSON.parse(settingsText);
  const loaded = Object.create(null);

  // Loads one of the files beside this one; each is a function of (exports, internal, host, settings).
  function internal(name) {
    let exports = loaded[name];
    if (exports === undefined) {
      exports = loaded[name] = {};
      exports = loaded[name] = host.internal(name)(exports, internal, host, settings) ?? exports;
    }
    return exports;
  }

  function hidden(name, value) {
    Object.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
  }

  function lazily(name, load) {
    Object.defineProperty(globalThis, name, {
      get() {
        const value = load();
        hidden(name, value);
        return value;
      },
      set(value) {
        hidden(name, value);
      },
      enumerable: false,
      configurable: true,
    });
  }

  const setRejectionTracker = Graal.setUnhandledPromiseRejectionHandler;
  delete globalThis.Graal;
  delete globalThis.arguments;
  internal('engine');
  if (settings.major >= 18) {
    for (const name of ['dispose', 'asyncDispose']) {
      Object.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`), writable: false, configurable: false });
    }
  }

  internal('clock').install(hidden, lazily);
  Object.defineProperty(Error, 'prepareStackTrace', {
    value: (error, frames) => internal('stack').prepareStackTrace(error, frames),
    writable: true,
    configurable: true,
  });
  const loop = internal('loop');
  loop.install(hidden, setRejectionTracker);
  hidden('global', globalThis);
  hidden('process', internal('process'));
  hidden('console', internal('console').console);
  // The way from ES modules' texts to the loader.
  Object.defineProperty(globalThis, Symbol.for('pushsim.imports'), { get: () => internal('imports').forTexts });
  internal('globals').install(lazily);
  const lambda = internal('lambda');

  return {
    load: lambda.load,
    invoke: lambda.invoke,
    loopIsEmpty: lambda.loopIsEmpty,
    runTimer: loop.runTimer,
    runImmediate: loop.runImmediate,
    exchanged: (...values) => internal('exchange').exchanged(...values),
    settle: loop.settle,
    reportRejections: loop.reportRejections,
    resolveImport: (specifier, importer) => internal('imports').resolve(specifier, importer),
    missingImport: (file, importer) => internal('imports').missing(file, importer),
    faultOfImport: (number) => internal('imports').fault(number).message,
    formatOfImport: (file) => internal('imports').formatOf(file),
    textOfImport: (request) => internal('imports').text(request),
  };
})

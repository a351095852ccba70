// Node's core modules by name: those that are simulated, and those that are there and fail on use.
(function core(exports, internal) {
  'use strict';
  const { coded, notSimulated } = internal('errors');
  const simulated = {
    assert: () => internal('assert'),
    'assert/strict': () => internal('assert').strict,
    async_hooks: () => internal('async_hooks'),
    buffer: () => internal('buffer').module,
    console: () => internal('console').console,
    constants: () => ({ ...internal('os').constants.errno, ...internal('os').constants.signals, ...internal('fs_paths').constants }),
    crypto: () => internal('crypto').module,
    diagnostics_channel: () => internal('diagnostics'),
    events: () => {
      internal('process').becomeEmitter();
      return internal('events');
    },
    fs: () => internal('fs'),
    'fs/promises': () => internal('fs_promises'),
    http: () => internal('http'),
    https: () => internal('https'),
    module: () => internal('module').Module,
    os: () => internal('os'),
    path: () => internal('path'),
    'path/posix': () => internal('path'),
    perf_hooks: () => internal('performance').module,
    process: () => internal('process'),
    punycode: () => internal('ports').port('punycode/punycode.js'),
    querystring: () => internal('querystring'),
    stream: () => internal('stream').Stream,
    'stream/consumers': () => internal('stream').consumers,
    'stream/promises': () => internal('stream').Stream.promises,
    'stream/web': () => internal('webstreams').module,
    string_decoder: () => internal('ports').port('string_decoder/lib/string_decoder.js'),
    sys: () => internal('util'),
    timers: () => timersModule(),
    'timers/promises': () => internal('timers_promises'),
    zlib: () => internal('zlib'),
    url: () => internal('url').module,
    util: () => internal('util'),
    'util/types': () => internal('util').types,
  };
  // Known, but not simulated: they fail on use.
  const unsimulated = new Set(['child_process', 'cluster', 'dgram', 'dns', 'dns/promises', 'domain', 'http2', 'inspector', 'inspector/promises',
    'net', 'readline', 'path/win32', 'readline/promises', 'repl', 'tls', 'trace_events', 'tty', 'v8', 'vm', 'wasi', 'worker_threads']);
  const known = new Set([...Object.keys(simulated), ...unsimulated]);
  const kept = Object.create(null);
  const onlyWithPrefix = new Set(['sea', 'sqlite', 'test', 'test/reporters']);

  function timersModule() {
    const { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate } = internal('loop');
    return {
      setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate,
      get promises() { return internal('timers_promises'); },
    };
  }

  exports.names = [...known];
  // The core module of that name, or undefined where the name is not a core module's.
  exports.nameOf = (request) => {
    if (request.startsWith('node:')) {
      const name = request.slice(5);
      if (!known.has(name) && !onlyWithPrefix.has(name)) {
        throw coded(Error, 'ERR_UNKNOWN_BUILTIN_MODULE', `No such built-in module: ${request}`);
      }
      return name;
    }
    return known.has(request) ? request : undefined;
  };

  exports.load = (name) => {
    if (simulated[name] !== undefined) {
      return simulated[name]();
    }
    if (unsimulated.has(name)) {
      kept[name] ??= internal('unsimulated').load(name);
      return kept[name];
    }
    const sdk = internal('sdk/packages');
    if (sdk.has(name)) {
      return sdk.load(name);
    }
    throw notSimulated(`the Node.js module '${name}'`);
  };
})

// Node's core modules by name: those that are simulated, and those that are known but not yet.
(function core(exports, internal) {
  'use strict';
  const { coded, notSimulated } = internal('errors');
  const simulated = {
    assert: () => internal('assert'),
    'assert/strict': () => internal('assert').strict,
    async_hooks: () => internal('async_hooks'),
    buffer: () => internal('buffer').module,
    console: () => internal('console').console,
    crypto: () => internal('crypto').module,
    events: () => {
      internal('process').becomeEmitter();
      return internal('events');
    },
    fs: () => internal('fs'),
    'fs/promises': () => internal('fs_promises'),
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
    url: () => internal('url').module,
    util: () => internal('util'),
    'util/types': () => internal('util').types,
  };
  const known = new Set(['assert', 'assert/strict', 'async_hooks', 'buffer', 'child_process', 'cluster', 'constants',
    'dgram', 'diagnostics_channel', 'dns', 'dns/promises', 'domain', 'fs', 'fs/promises', 'http', 'http2', 'https', 'inspector',
    'inspector/promises', 'module', 'net', 'os', 'path/win32', 'perf_hooks', 'punycode', 'querystring', 'readline',
    'readline/promises', 'repl', 'stream', 'stream/consumers', 'stream/promises', 'stream/web', 'string_decoder', 'sys',
    'timers/promises', 'tls', 'trace_events', 'tty', 'url', 'v8', 'vm', 'wasi', 'worker_threads', 'zlib',
    ...Object.keys(simulated)]);
  const onlyWithPrefix = new Set(['sea', 'sqlite', 'test', 'test/reporters']);

  function timersModule() {
    const { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate } = internal('loop');
    return {
      setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate,
      get promises() { return internal('timers_promises'); },
    };
  }

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
    const load = simulated[name];
    if (load === undefined) {
      throw notSimulated(`the Node.js module '${name}'`);
    }
    return load();
  };
})

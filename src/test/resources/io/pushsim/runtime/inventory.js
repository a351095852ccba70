// What there is: each core module's exports, each global, a line each. Run by Node.js and by pushsim, the lists are compared.
const modules = ['assert', 'assert/strict', 'async_hooks', 'buffer', 'child_process', 'cluster', 'console', 'constants', 'crypto', 'dgram',
  'diagnostics_channel', 'dns', 'dns/promises', 'domain', 'events', 'fs', 'fs/promises', 'http', 'http2', 'https', 'inspector', 'module', 'net', 'os',
  'path', 'path/posix', 'path/win32', 'perf_hooks', 'process', 'punycode', 'querystring', 'readline', 'readline/promises', 'repl', 'stream',
  'stream/consumers', 'stream/promises', 'stream/web', 'string_decoder', 'sys', 'timers', 'timers/promises', 'tls', 'trace_events', 'tty', 'url', 'util',
  'util/types', 'v8', 'vm', 'wasi', 'worker_threads', 'zlib'];
const globals = ['AbortController', 'AbortSignal', 'Blob', 'BroadcastChannel', 'Buffer', 'CompressionStream', 'Crypto', 'CryptoKey', 'CustomEvent',
  'DOMException', 'DecompressionStream', 'Event', 'EventTarget', 'File', 'FormData', 'Headers', 'Intl', 'MessageChannel', 'Performance',
  'PerformanceObserver', 'ReadableStream', 'Request', 'Response', 'SubtleCrypto', 'TextDecoder', 'TextDecoderStream', 'TextEncoder', 'TransformStream',
  'URL', 'URLSearchParams', 'WebAssembly', 'WritableStream', 'atob', 'btoa', 'clearImmediate', 'clearInterval', 'clearTimeout', 'console', 'crypto',
  'fetch', 'global', 'performance', 'process', 'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout', 'structuredClone'];

// Of pushsim: a function that does nothing but say that it is not simulated.
function isRefused(module, name) {
  const { value } = Object.getOwnPropertyDescriptor(module, name);
  return typeof value === 'function' && value[Symbol.for('pushsim.unsimulated')] === true;
}

for (const name of modules) {
  let exported;
  try {
    const module = require(name);
    const names = Object.keys(module).filter((each) => !/^(_|default$)/.test(each)).sort();
    exported = module[Symbol.for('pushsim.unsimulated')] ? '!' : names.map((each) => each + (isRefused(module, each) ? '!' : '')).join(' ');
  } catch (error) {
    exported = '!';
  }
  console.log(`module ${name} ${exported}`);
}
console.log(`globals all ${globals.filter((name) => typeof globalThis[name] !== 'undefined').join(' ')}`);

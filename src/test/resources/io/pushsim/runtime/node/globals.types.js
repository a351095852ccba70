for (const name of ['Buffer', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'AbortController', 'AbortSignal', 'Event', 'EventTarget', 'Blob', 'structuredClone', 'queueMicrotask', 'setTimeout', 'setImmediate', 'performance', 'console', 'process', 'global', 'globalThis', 'crypto', 'fetch', 'atob', 'btoa', 'DOMException', 'ReadableStream', 'WebAssembly', 'window', 'self', 'document', 'Java', 'Polyglot', 'Graal', 'load', 'print', 'AsyncContext']) {
  console.log(name, name === 'WebAssembly' ? '-' : typeof globalThis[name]);
}
console.log(global === globalThis, Object.keys(Object.getOwnPropertyDescriptor(globalThis, 'Buffer')).length);

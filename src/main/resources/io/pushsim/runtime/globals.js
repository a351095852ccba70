// The globals that are loaded when they are first touched, each from the file that has it.
(function globals(exports, internal, host, settings) {
  'use strict';
  const files = {
    structuredClone: 'clone',
    Buffer: 'buffer',
    atob: 'base64',
    btoa: 'base64',
    Blob: 'blob',
    TextDecoder: 'encoding',
    TextEncoder: 'encoding',
    URL: 'url',
    URLSearchParams: 'url',
    DOMException: 'exceptions',
    fetch: 'fetch',
    Headers: 'fetch',
    Request: 'fetch',
    Response: 'fetch',
    FormData: 'fetch',
    AbortController: 'abort',
    AbortSignal: 'abort',
    Event: 'eventtarget',
    EventTarget: 'eventtarget',
    performance: 'performance',
    ReadableStream: 'webstreams',
    WritableStream: 'webstreams',
    TransformStream: 'webstreams',
    TextEncoderStream: 'webstreams',
    TextDecoderStream: 'webstreams',
  };

  // Whether a global of that name is Node's and not the language's.
  exports.has = (name) => name in files;
  exports.install = (lazily) => {
    for (const name of Object.keys(files)) {
      lazily(name, () => internal(files[name])[name]);
    }
    if (settings.major >= 19) {
      lazily('crypto', () => internal('crypto').webcrypto);
    }
    if (settings.major >= 20) {
      lazily('CustomEvent', () => internal('eventtarget').CustomEvent);
      lazily('File', () => internal('blob').File);
    }
  };
})

// What the engine brings beyond ECMAScript, kept before a handler can replace it.
(function engine() {
  'use strict';
  const { TextEncoder, TextDecoder, AsyncContext } = globalThis;
  delete globalThis.TextEncoder;
  delete globalThis.TextDecoder;
  delete globalThis.AsyncContext;
  return { TextEncoder, TextDecoder, AsyncContext };
})

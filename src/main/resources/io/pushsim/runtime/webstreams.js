// Streams of the web: the port, and the ways between them and Node's.
(function webstreams(exports, internal) {
  'use strict';
  const port = internal('ports').port('web-streams-polyfill/dist/ponyfill.es2018.js');
  const { TextEncoder, TextDecoder } = internal('engine');
  const { ReadableStream, WritableStream, TransformStream } = port;

  Object.defineProperty(ReadableStream.prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value(depth, options, inspect) {
      const shown = { locked: this.locked, state: this._state, supportsBYOB: '_pendingPullIntos' in this._readableStreamController };
      return `ReadableStream ${inspect(shown, { ...options, depth })}`;
    },
    writable: true,
    configurable: true,
  });

  class TextEncoderStream extends TransformStream {
    constructor() {
      const encoder = new TextEncoder();
      super({ transform: (chunk, controller) => controller.enqueue(encoder.encode(`${chunk}`)) });
    }
    get encoding() {
      return 'utf-8';
    }
  }

  class TextDecoderStream extends TransformStream {
    constructor(label = 'utf-8', options = {}) {
      const decoder = new TextDecoder(label, options);
      const give = (text, controller) => (text === '' ? undefined : controller.enqueue(text));
      super({
        transform: (chunk, controller) => give(decoder.decode(chunk, { stream: true }), controller),
        flush: (controller) => give(decoder.decode(), controller),
      });
    }
  }

  exports.of = (bytes) => new ReadableStream({
    start(controller) {
      if (bytes.length > 0) {
        controller.enqueue(new Uint8Array(bytes));
      }
      controller.close();
    },
  });

  exports.fromIterable = (iterable) => {
    const iterator = iterable[Symbol.asyncIterator]();
    return new ReadableStream({
      async pull(controller) {
        const { value, done } = await iterator.next();
        if (done) {
          controller.close();
        } else {
          controller.enqueue(typeof value === 'string' ? value : new Uint8Array(value));
        }
      },
      cancel: () => iterator.return?.(),
    });
  };

  exports.intoWritable = (writable) => new WritableStream({
    write: (chunk) => new Promise((resolve, reject) => writable.write(chunk, (error) => (error ? reject(error) : resolve()))),
    close: () => new Promise((resolve) => writable.end(resolve)),
    abort: (reason) => void writable.destroy(reason),
  });

  exports.module = { ...port, TextEncoderStream, TextDecoderStream };
  Object.assign(exports, exports.module);
})

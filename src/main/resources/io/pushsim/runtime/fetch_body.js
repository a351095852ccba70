// Bodies of requests and responses: what they are made of, and how they are read, once.
(function fetchBody(exports, internal) {
  'use strict';
  const { Buffer } = internal('buffer');
  const { Blob } = internal('blob');
  const { TextDecoder } = internal('engine');
  const web = internal('webstreams');
  const form = () => internal('fetch_form');

  // A body whose bytes are known has no stream until somebody asks for it. Those of a form are known when they are needed.
  class Body {
    #stream = null;
    constructor({ bytes = null, stream = null, load = null, type = null, length = bytes?.length ?? null }) {
      this.#stream = stream;
      Object.assign(this, { bytes, load, type, length, read: false });
    }
    get stream() {
      this.#stream ??= this.bytes === null ? loading(this.load) : ofBytes(this.bytes);
      return this.#stream;
    }
    get isUsable() {
      return !this.read && !(this.#stream !== null && (this.#stream.locked || this.#stream._disturbed));
    }
    get isUsed() {
      return this.read || (this.#stream !== null && this.#stream._disturbed);
    }
    // Whether the bytes are there and nobody has begun to read the stream.
    get isKnown() {
      return this.#stream === null && (this.bytes !== null || this.load !== null);
    }
    async all() {
      if (this.isKnown) {
        return this.bytes ?? this.load();
      }
      const reader = this.stream.getReader();
      const parts = [];
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        if (!(part.value instanceof Uint8Array)) {
          throw new TypeError('Received non-Uint8Array chunk');
        }
        parts.push(part.value);
      }
      return Buffer.concat(parts);
    }
    async take() {
      this.read = true;
      try {
        return await this.all();
      } finally {
        if (this.#stream === null) {
          // As if it had been read: a stream that is at its end, and held.
          this.#stream = new web.ReadableStream({ type: 'bytes', start: (controller) => controller.close() });
          this.#stream.getReader();
        }
      }
    }
    split() {
      if (this.isKnown) {
        return [this, new Body({ bytes: this.bytes, load: this.load, type: this.type, length: this.length })];
      }
      const [one, other] = this.stream.tee();
      this.#stream = one;
      return [this, new Body({ stream: other, type: this.type, length: this.length })];
    }
  }

  // A stream of bytes that comes as it is read: pull(controller), cancel(reason).
  exports.streamOf = (source) => new web.ReadableStream({ type: 'bytes', ...source }, { highWaterMark: 0 });

  function loading(load) {
    return exports.streamOf({
      async pull(controller) {
        const bytes = await load();
        if (bytes.length > 0) {
          controller.enqueue(new Uint8Array(bytes));
        }
        controller.close();
        controller.byobRequest?.respond(0);
      },
    });
  }
  const ofBytes = (bytes) => loading(async () => bytes);

  function fromObject(value) {
    if (value instanceof web.ReadableStream) {
      if (value.locked || value._disturbed) {
        throw new TypeError('Response body object should not be disturbed or locked');
      }
      return new Body({ stream: value });
    }
    if (value instanceof Blob) {
      return new Body({ load: async () => Buffer.from(await value.arrayBuffer()), type: value.type || null, length: value.size });
    }
    if (value instanceof ArrayBuffer) {
      return new Body({ bytes: Buffer.from(value.slice(0)) });
    }
    if (ArrayBuffer.isView(value)) {
      return new Body({ bytes: Buffer.from(value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength)) });
    }
    if (value instanceof internal('url').URLSearchParams) {
      return new Body({ bytes: Buffer.from(value.toString()), type: 'application/x-www-form-urlencoded;charset=UTF-8' });
    }
    if (typeof value[Symbol.asyncIterator] === 'function') {
      return new Body({ stream: web.fromIterable(value) });
    }
    return null;
  }

  function fromForm(value) {
    const { bytes, type } = form().encode(value);
    return new Body({ bytes, type });
  }

  // The body that a value makes, or null for none.
  exports.bodyOf = (value) => {
    if (value === null || value === undefined) {
      return null;
    }
    const made = typeof value !== 'object' ? null : Object.prototype.toString.call(value) === '[object FormData]' ? fromForm(value) : fromObject(value);
    return made ?? new Body({ bytes: Buffer.from(`${value}`), type: 'text/plain;charset=UTF-8' });
  };

  // The methods by which a request's or a response's body is read. Its class keeps the body: bodyOfMessage(message).
  exports.addReading = (Type, bodyOfMessage) => {
    async function consumed(message) {
      const body = bodyOfMessage(message);
      if (body === null) {
        return Buffer.alloc(0);
      }
      if (!body.isUsable) {
        throw new TypeError('Body is unusable: Body has already been read');
      }
      return body.take();
    }
    const methods = {
      async blob() {
        const type = this.headers.get('content-type');
        return new Blob([await consumed(this)], { type: type ?? '' });
      },
      async arrayBuffer() {
        return new Uint8Array(await consumed(this)).buffer;
      },
      async text() {
        return new TextDecoder().decode(await consumed(this));
      },
      async json() {
        return JSON.parse(new TextDecoder().decode(await consumed(this)));
      },
      async formData() {
        const type = this.headers.get('content-type');
        return form().decode(Buffer.from(await consumed(this)), type);
      },
      async bytes() {
        return new Uint8Array(await consumed(this));
      },
    };
    for (const name of Object.keys(methods)) {
      Object.defineProperty(Type.prototype, name, { value: methods[name], writable: true, configurable: true });
    }
    Object.defineProperty(Type.prototype, 'body', {
      get() {
        return bodyOfMessage(this)?.stream ?? null;
      },
      configurable: true,
    });
    Object.defineProperty(Type.prototype, 'bodyUsed', {
      get() {
        return bodyOfMessage(this)?.isUsed ?? false;
      },
      configurable: true,
    });
  };
  exports.Body = Body;
})

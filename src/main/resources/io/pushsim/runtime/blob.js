// Blob and File.
(function blob(exports, internal) {
  'use strict';
  const { TextDecoder } = internal('engine');
  const { invalidArgument } = internal('errors');
  const custom = Symbol.for('nodejs.util.inspect.custom');
  const bufferOf = () => internal('buffer').Buffer;

  function bytesOf(part) {
    if (part instanceof Blob) {
      return ownBytes(part);
    }
    if (part instanceof ArrayBuffer || ArrayBuffer.isView(part)) {
      return bufferOf().from(part.buffer === undefined ? part.slice(0) : part.buffer.slice(part.byteOffset, part.byteOffset + part.byteLength));
    }
    return bufferOf().from(`${part}`);
  }

  class Blob {
    #bytes;
    #type;
    constructor(parts = [], options = {}) {
      if (parts === null || typeof parts !== 'object' || typeof parts[Symbol.iterator] !== 'function') {
        throw invalidArgument('sources', 'an instance of a sequence', parts);
      }
      this.#bytes = bufferOf().concat(Array.from(parts, bytesOf));
      const type = `${options?.type ?? ''}`;
      this.#type = /[^\u0020-\u007e]/.test(type) ? '' : type.toLowerCase();
    }
    static bytes(blob) {
      return blob.#bytes;
    }
    get size() {
      return this.#bytes.length;
    }
    get type() {
      return this.#type;
    }
    slice(start = 0, end = this.size, type = '') {
      const part = new Blob([], { type });
      part.#bytes = this.#bytes.subarray(start, end);
      return part;
    }
    async text() {
      return new TextDecoder().decode(this.#bytes);
    }
    async arrayBuffer() {
      return new Uint8Array(this.#bytes).buffer;
    }
    async bytes() {
      return new Uint8Array(this.#bytes);
    }
    stream() {
      return internal('webstreams').of(this.#bytes);
    }
    [custom](depth, options, inspect) {
      return depth < 0 ? this : `${this.constructor.name} ${inspect({ size: this.size, type: this.type }, { ...options, depth })}`;
    }
  }
  const ownBytes = Blob.bytes;
  delete Blob.bytes;

  class File extends Blob {
    #name;
    #modified;
    constructor(parts, name, options = {}) {
      super(parts, options);
      this.#name = `${name}`;
      this.#modified = options?.lastModified ?? Date.now();
    }
    get name() {
      return this.#name;
    }
    get lastModified() {
      return this.#modified;
    }
    [custom](depth, options, inspect) {
      const { size, type, name, lastModified } = this;
      return depth < 0 ? this : `File ${inspect({ size, type, name, lastModified }, { ...options, depth })}`;
    }
  }
  for (const Type of [Blob, File]) {
    Object.defineProperty(Type.prototype, Symbol.toStringTag, { value: Type.name, configurable: true });
  }

  exports.bytesOf = ownBytes;
  exports.Blob = Blob;
  exports.File = File;
})

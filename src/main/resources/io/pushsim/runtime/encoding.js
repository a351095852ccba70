// TextEncoder and TextDecoder: the engine's own, and windows-1252, which it lacks.
(function encoding(exports, internal) {
  'use strict';
  const { coded, invalidArgument } = internal('errors');
  const { TextEncoder, TextDecoder: Native } = internal('engine');
  const custom = Symbol.for('nodejs.util.inspect.custom');
  const latin = new Set(['ansi_x3.4-1968', 'ascii', 'cp1252', 'cp819', 'csisolatin1', 'ibm819', 'iso-8859-1', 'iso-ir-100',
    'iso8859-1', 'iso88591', 'iso_8859-1', 'iso_8859-1:1987', 'l1', 'latin1', 'us-ascii', 'windows-1252', 'x-cp1252']);
  // What windows-1252 has at 0x80 to 0x9f.
  const middle = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f'
    + '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

  function bytesOf(input) {
    if (input instanceof ArrayBuffer || input instanceof SharedArrayBuffer) {
      return new Uint8Array(input);
    }
    if (ArrayBuffer.isView(input)) {
      return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
    }
    throw coded(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.');
  }

  function decodeLatin(bytes) {
    let text = '';
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      text += byte >= 0x80 && byte < 0xa0 ? middle[byte - 0x80] : String.fromCharCode(byte);
    }
    return text;
  }

  class TextDecoder {
    #native;
    #fatal;
    #ignoreBOM;
    constructor(label = 'utf-8', options = undefined) {
      if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'function') {
        throw invalidArgument('options', 'of type object', options);
      }
      this.#fatal = Boolean(options?.fatal);
      this.#ignoreBOM = Boolean(options?.ignoreBOM);
      const name = `${label}`.trim().toLowerCase();
      if (!latin.has(name)) {
        try {
          this.#native = new Native(name, { fatal: this.#fatal, ignoreBOM: this.#ignoreBOM });
        } catch {
          throw coded(RangeError, 'ERR_ENCODING_NOT_SUPPORTED', `The "${label}" encoding is not supported`);
        }
      }
    }
    get encoding() {
      return this.#native?.encoding ?? 'windows-1252';
    }
    get fatal() {
      return this.#fatal;
    }
    get ignoreBOM() {
      return this.#ignoreBOM;
    }
    decode(input = new Uint8Array(), options = undefined) {
      const bytes = bytesOf(input);
      if (this.#native === undefined) {
        return decodeLatin(bytes);
      }
      try {
        return this.#native.decode(bytes, options ?? {});
      } catch (error) {
        throw error instanceof TypeError
          ? coded(TypeError, 'ERR_ENCODING_INVALID_ENCODED_DATA', `The encoded data was not valid for encoding ${this.encoding}`) : error;
      }
    }
  }
  Object.defineProperty(TextDecoder.prototype, Symbol.toStringTag, { value: 'TextDecoder', configurable: true });
  for (const name of ['encoding', 'fatal', 'ignoreBOM', 'decode']) {
    Object.defineProperty(TextDecoder.prototype, name, { enumerable: true });
  }
  Object.defineProperty(TextEncoder.prototype, custom, {
    value(depth, options, inspect) {
      return `${inspect({ encoding: this.encoding, encode: this.encode, encodeInto: this.encodeInto }, options)}`;
    },
    writable: true,
    configurable: true,
  });

  exports.TextEncoder = TextEncoder;
  exports.TextDecoder = TextDecoder;
})

// Node's buffer module: the port, with Node's error texts, the engine's own UTF-8, and what the port lacks.
(function buffer(exports, internal) {
  'use strict';
  const { coded, invalidArgument, outOfRange } = internal('errors');
  const { port } = internal('ports');
  const { TextEncoder, TextDecoder } = internal('engine');
  const { Buffer, SlowBuffer } = port('buffer/index.js');
  const custom = Symbol.for('nodejs.util.inspect.custom');
  const { setPrototypeOf } = Object;
  const { prototype } = Buffer;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const kMaxLength = 4294967296;
  const names = {
    utf8: 'utf8', 'utf-8': 'utf8', ucs2: 'utf16le', 'ucs-2': 'utf16le', utf16le: 'utf16le', 'utf-16le': 'utf16le',
    latin1: 'latin1', binary: 'latin1', ascii: 'ascii', base64: 'base64', base64url: 'base64url', hex: 'hex',
  };
  const inherited = {};
  for (const name of ['toString', 'write', 'fill', 'indexOf', 'lastIndexOf', 'includes', 'equals', 'compare', 'copy', 'slice']) {
    inherited[name] = prototype[name];
  }
  const portFrom = Buffer.from;
  const portConcat = Buffer.concat;

  function encodingOf(value) {
    if (value === undefined || value === null || value === '') {
      return 'utf8';
    }
    const known = typeof value === 'string' ? names[value] ?? names[value.toLowerCase()] : undefined;
    if (known === undefined) {
      throw coded(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${value}`);
    }
    return known;
  }

  // The port knows no base64url, but reads it as base64.
  const portName = (encoding) => (encoding === 'base64url' ? 'base64' : encoding);
  const adopt = (bytes) => setPrototypeOf(bytes, prototype);

  function fromString(text, encoding) {
    const name = encodingOf(encoding);
    return name === 'utf8' ? adopt(encoder.encode(text)) : portFrom.call(Buffer, text, portName(name));
  }

  function notConvertible(value) {
    return invalidArgument('first argument', 'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object', value);
  }

  function checkedSize(size) {
    if (typeof size !== 'number') {
      throw invalidArgument('size', 'of type number', size);
    }
    if (!(size >= 0 && size <= kMaxLength)) {
      throw outOfRange('size', `>= 0 && <= ${kMaxLength}`, size);
    }
    return size;
  }

  const statics = {
    from(value, encodingOrOffset, length) {
      if (typeof value === 'string') {
        return fromString(value, encodingOrOffset);
      }
      if (value === null || typeof value !== 'object') {
        throw notConvertible(value);
      }
      if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) {
        return adopt(within(value, encodingOrOffset, length));
      }
      if (value instanceof Uint8Array) {
        return adopt(new Uint8Array(value));
      }
      if (Array.isArray(value) || ArrayBuffer.isView(value)) {
        return adopt(Uint8Array.from(value, (item) => Number(item)));
      }
      try {
        return portFrom.call(Buffer, value, encodingOrOffset, length);
      } catch (error) {
        throw error instanceof TypeError && error.code === undefined ? notConvertible(value) : error;
      }
    },
    alloc(size, fill, encoding) {
      const bytes = adopt(new Uint8Array(checkedSize(size)));
      return fill !== undefined && fill !== 0 && size > 0 ? bytes.fill(fill, encoding) : bytes;
    },
    allocUnsafe: (size) => adopt(new Uint8Array(checkedSize(size))),
    allocUnsafeSlow: (size) => adopt(new Uint8Array(checkedSize(size))),
    isEncoding: (name) => typeof name === 'string' && name.length > 0 && names[name.toLowerCase()] !== undefined,
    byteLength(value, encoding) {
      if (typeof value !== 'string') {
        if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) {
          return value.byteLength;
        }
        throw invalidArgument('string', 'of type string or an instance of Buffer or ArrayBuffer', value);
      }
      switch (names[`${encoding}`.toLowerCase()]) {
        case 'utf16le': return value.length * 2;
        case 'latin1': case 'ascii': return value.length;
        case 'hex': return value.length >>> 1;
        case 'base64': case 'base64url': return Math.floor((value.replace(/=+$/, '').length * 3) / 4);
        default: return encoder.encode(value).length;
      }
    },
    concat(list, length) {
      if (!Array.isArray(list)) {
        throw invalidArgument('list', 'an instance of Array', list);
      }
      list.forEach((each, index) => {
        if (!(each instanceof Uint8Array)) {
          throw invalidArgument(`list[${index}]`, 'an instance of Buffer or Uint8Array', each);
        }
      });
      return length === undefined ? joined(list) : portConcat.call(Buffer, list, length);
    },
    compare(one, other) {
      for (const [name, value] of [['buf1', one], ['buf2', other]]) {
        if (!(value instanceof Uint8Array)) {
          throw invalidArgument(name, 'an instance of Buffer or Uint8Array', value);
        }
      }
      return inherited.compare.call(one, other);
    },
    copyBytesFrom(view, offset = 0, length = undefined) {
      const part = view.subarray(offset, length === undefined ? undefined : offset + length);
      return adopt(new Uint8Array(part.buffer.slice(part.byteOffset, part.byteOffset + part.byteLength)));
    },
    of: (...items) => adopt(Uint8Array.of(...items)),
  };

  function joined(list) {
    const all = adopt(new Uint8Array(list.reduce((sum, each) => sum + each.length, 0)));
    let position = 0;
    for (const each of list) {
      all.set(each, position);
      position += each.length;
    }
    return all;
  }

  function within(memory, offset, length) {
    const start = offset === undefined || Number.isNaN(+offset) ? 0 : +offset;
    const most = memory.byteLength - start;
    if (most < 0) {
      throw coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds');
    }
    const wanted = length === undefined ? most : +length > 0 ? +length : 0;
    if (wanted > most) {
      throw coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"length" is outside of buffer bounds');
    }
    return new Uint8Array(memory, start, wanted);
  }

  function textOf(bytes, encoding) {
    switch (encoding) {
      case 'utf8': return decoder.decode(bytes);
      case 'base64url': return inherited.toString.call(adopt(bytes), 'base64').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
      default: return inherited.toString.call(adopt(bytes), encoding);
    }
  }

  const clamp = (value, most, otherwise) => {
    const number = value === undefined ? otherwise : Math.trunc(+value) || 0;
    return Math.min(Math.max(number, 0), most);
  };

  const methods = {
    toString(encoding, start, end) {
      const from = clamp(start, this.length, 0);
      const to = clamp(end, this.length, this.length);
      const name = encodingOf(encoding);
      return to <= from ? '' : textOf(new Uint8Array(this.buffer, this.byteOffset + from, to - from), name);
    },
    write(text, offset, length, encoding) {
      if (typeof text !== 'string') {
        throw invalidArgument('argument', 'of type string', text);
      }
      if (typeof offset === 'string') {
        return this.write(text, 0, this.length, offset);
      }
      if (typeof length === 'string') {
        return this.write(text, offset, undefined, length);
      }
      const start = offset ?? 0;
      if (start < 0 || start > this.length) {
        throw outOfRange('offset', `>= 0 && <= ${this.length}`, start);
      }
      return inherited.write.call(this, text, start, length ?? this.length - start, portName(encodingOf(encoding)));
    },
    fill(value, start, end, encoding) {
      if (typeof value !== 'string') {
        return Uint8Array.prototype.fill.call(this, value instanceof Uint8Array && value.length === 1 ? value[0] : value, start, end)
          && (value instanceof Uint8Array && value.length > 1 ? inherited.fill.call(this, value, start, end) : this);
      }
      const [from, to, name] = typeof start === 'string' ? [undefined, undefined, start]
        : typeof end === 'string' ? [start, undefined, end] : [start, end, encoding];
      if (value === '') {
        return this.fill(0, from, to);
      }
      const pattern = fromString(value, name);
      if (pattern.length === 0) {
        throw coded(TypeError, 'ERR_INVALID_ARG_VALUE', `The argument 'value' is invalid. Received '${value}'`);
      }
      return pattern.length === 1 ? this.fill(pattern[0], from, to) : inherited.fill.call(this, pattern, from, to);
    },
    equals(other) {
      if (!(other instanceof Uint8Array)) {
        throw invalidArgument('otherBuffer', 'an instance of Buffer or Uint8Array', other);
      }
      return this === other || (this.length === other.length && inherited.compare.call(this, other) === 0);
    },
    compare(target, ...range) {
      if (!(target instanceof Uint8Array)) {
        throw invalidArgument('target', 'an instance of Buffer or Uint8Array', target);
      }
      return inherited.compare.call(this, target, ...range);
    },
    toJSON() {
      return { type: 'Buffer', data: Array.from(this) };
    },
    subarray(start, end) {
      return adopt(Uint8Array.prototype.subarray.call(new Uint8Array(this.buffer, this.byteOffset, this.byteLength), start, end));
    },
    slice(start, end) {
      return this.subarray(start, end);
    },
    toLocaleString(...values) {
      return this.toString(...values);
    },
    [custom](depth, ctx) {
      const most = exports.module.INSPECT_MAX_BYTES;
      const shown = Math.min(most, this.length);
      let text = inherited.toString.call(this, 'hex', 0, shown).replace(/(.{2})/g, '$1 ').trim();
      if (this.length > most) {
        text += ` ... ${this.length - most} more byte${this.length - most > 1 ? 's' : ''}`;
      }
      const extras = Object.keys(this).filter((key) => !/^[0-9]+$/.test(key));
      if (ctx && extras.length > 0) {
        const own = Object.fromEntries(extras.map((key) => [key, this[key]]));
        text += `${text === '' ? '' : ', '}${internal('inspect').inspect(own, { ...ctx, breakLength: Infinity, compact: true }).slice(1, -1).trim()}`;
      }
      return `<${this.constructor.name} ${text}>`;
    },
  };
  for (const name of ['indexOf', 'lastIndexOf', 'includes']) {
    methods[name] = function (value, offset, encoding) {
      if (!['string', 'number'].includes(typeof value) && !(value instanceof Uint8Array)) {
        throw invalidArgument('value', 'one of type number or string or an instance of Buffer or Uint8Array', value);
      }
      const [start, given] = typeof offset === 'string' ? [undefined, offset] : [offset, encoding];
      const sought = typeof value === 'string' ? fromString(value, given) : value;
      return inherited[name].call(this, sought, start);
    };
    Object.defineProperty(methods[name], 'name', { value: name });
  }
  methods.inspect = methods[custom];

  function define(target, values) {
    for (const name of Reflect.ownKeys(values)) {
      Object.defineProperty(target, name, { value: values[name], writable: true, enumerable: false, configurable: true });
    }
  }
  for (const name of Object.keys(prototype)) {
    if (Object.getOwnPropertyDescriptor(prototype, name).configurable) {
      Object.defineProperty(prototype, name, { enumerable: false });
    }
  }
  define(prototype, methods);
  define(prototype, internal('buffer_numbers').methods);
  define(Buffer, statics);
  Buffer.poolSize = 8192;
  delete Buffer.TYPED_ARRAY_SUPPORT;

  function transcode(source, from, to) {
    if (!(source instanceof Uint8Array)) {
      throw invalidArgument('source', 'an instance of Buffer or Uint8Array', source);
    }
    const text = textOf(new Uint8Array(source), encodingOf(from));
    return ['latin1', 'ascii'].includes(encodingOf(to))
      ? Buffer.from(Array.from(text, (each) => (each.codePointAt(0) > (encodingOf(to) === 'ascii' ? 127 : 255) ? 63 : each.codePointAt(0))))
      : fromString(text, to);
  }

  function isUtf8(bytes) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  }

  exports.Buffer = Buffer;
  exports.adopt = adopt;
  exports.encodingOf = encodingOf;
  exports.module = {
    Buffer,
    SlowBuffer,
    transcode,
    isUtf8,
    isAscii: (bytes) => new Uint8Array(bytes.buffer ?? bytes, bytes.byteOffset ?? 0, bytes.byteLength).every((byte) => byte < 128),
    kMaxLength,
    kStringMaxLength: 536870888,
    constants: { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: 536870888 },
    INSPECT_MAX_BYTES: 50,
    get btoa() { return internal('base64').btoa; },
    get atob() { return internal('base64').atob; },
    get Blob() { return internal('blob').Blob; },
    get File() { return internal('blob').File; },
  };
})

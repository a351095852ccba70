// Node's zlib module: the compression is the host's. Its streams gather what is written and answer at the end.
(function zlib(exports, internal, host) {
  'use strict';
  const { coded, invalidArgument, outOfRange, notSimulated, refusal } = internal('errors');
  const { Buffer } = internal('buffer');
  const { setImmediate } = internal('loop');
  const constants = {
    Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5, Z_OK: 0, Z_STREAM_END: 1, Z_NEED_DICT: 2, Z_ERRNO: -1,
    Z_STREAM_ERROR: -2, Z_DATA_ERROR: -3, Z_MEM_ERROR: -4, Z_BUF_ERROR: -5, Z_VERSION_ERROR: -6, Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1,
    Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1, Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4, Z_DEFAULT_STRATEGY: 0, ZLIB_VERNUM: 4880,
    DEFLATE: 1, INFLATE: 2, GZIP: 3, GUNZIP: 4, DEFLATERAW: 5, INFLATERAW: 6, UNZIP: 7, BROTLI_DECODE: 8, BROTLI_ENCODE: 9, Z_MIN_WINDOWBITS: 8,
    Z_MAX_WINDOWBITS: 15, Z_DEFAULT_WINDOWBITS: 15, Z_MIN_CHUNK: 64, Z_MAX_CHUNK: Infinity, Z_DEFAULT_CHUNK: 16384, Z_MIN_MEMLEVEL: 1, Z_MAX_MEMLEVEL: 9,
    Z_DEFAULT_MEMLEVEL: 8, Z_MIN_LEVEL: -1, Z_MAX_LEVEL: 9, Z_DEFAULT_LEVEL: -1,
  };
  const codes = Object.fromEntries(['Z_OK', 'Z_STREAM_END', 'Z_NEED_DICT', 'Z_ERRNO', 'Z_STREAM_ERROR', 'Z_DATA_ERROR', 'Z_MEM_ERROR', 'Z_BUF_ERROR', 'Z_VERSION_ERROR']
    .flatMap((name) => [[name, constants[name]], [constants[name], name]]));

  function bytesOf(data, encoding) {
    if (typeof data === 'string') {
      return Buffer.from(data, encoding);
    }
    if (ArrayBuffer.isView(data)) {
      return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    }
    if (data instanceof ArrayBuffer) {
      return Buffer.from(data);
    }
    throw invalidArgument('buffer', 'of type string or an instance of Buffer, TypedArray, DataView, or ArrayBuffer', data);
  }

  function failure(message) {
    const code = message === 'unexpected end of file' ? 'Z_BUF_ERROR' : message === 'Missing dictionary' ? 'Z_NEED_DICT' : 'Z_DATA_ERROR';
    return Object.assign(new Error(message), { errno: constants[code], code });
  }

  function checkedOptions(options = {}) {
    const numbers = { level: [-1, 9], strategy: [0, 4], memLevel: [1, 9], windowBits: [8, 15] };
    for (const [name, [least, most]] of Object.entries(numbers)) {
      const value = options?.[name];
      if (value !== undefined) {
        if (typeof value !== 'number') {
          throw invalidArgument(`options.${name}`, 'of type number', value);
        }
        if (!(value >= least && value <= most) && !(name === 'windowBits' && value === 0)) {
          throw outOfRange(`options.${name}`, `>= ${least} and <= ${most}`, value);
        }
      }
    }
    if (options?.dictionary !== undefined) {
      throw notSimulated('the dictionary option of zlib');
    }
    return options ?? {};
  }

  const fetched = (length) => {
    const bytes = Buffer.alloc(length);
    host.fetchCompressed(bytes.buffer, 0);
    return bytes;
  };
  const part = (bytes) => [bytes.buffer, bytes.byteOffset, bytes.byteLength];

  // --- to compress ----------------------------------------------------------------------------

  function compressed(bytes, raw, options) {
    const { level = -1, strategy = 0, windowBits = 15 } = options;
    if (windowBits !== 15 || strategy > 2) {
      throw notSimulated(windowBits !== 15 ? 'the windowBits option when compressing with zlib' : 'strategies of zlib beyond Z_HUFFMAN_ONLY');
    }
    return fetched(host.deflate(raw, level, strategy, ...part(bytes)));
  }

  function gzipped(bytes, options) {
    const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, options.level === 9 ? 2 : options.level === 1 ? 4 : 0, 3]);
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(crc32(bytes), 0);
    tail.writeUInt32LE(bytes.length % 2 ** 32, 4);
    return Buffer.concat([head, compressed(bytes, true, options), tail]);
  }

  let crcTable;

  function crc32(bytes, start = 0) {
    crcTable ??= Int32Array.from({ length: 256 }, (_, n) => {
      let value = n;
      for (let bit = 0; bit < 8; bit++) {
        value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
      }
      return value;
    });
    let sum = ~start;
    for (let i = 0; i < bytes.length; i++) {
      sum = crcTable[(sum ^ bytes[i]) & 255] ^ (sum >>> 8);
    }
    return ~sum >>> 0;
  }

  // --- to decompress --------------------------------------------------------------------------

  function expanded(bytes, raw, options) {
    const most = options.maxOutputLength ?? 4294967296;
    const answer = host.inflate(raw, most, options.finishFlush === constants.Z_SYNC_FLUSH, ...part(bytes));
    const match = /^(\d+) (\d+) (\d+)$/.exec(answer);
    if (match === null) {
      if (answer === 'too large') {
        throw coded(RangeError, 'ERR_BUFFER_TOO_LARGE', `Cannot create a Buffer larger than ${most} bytes`);
      }
      throw failure(answer);
    }
    return { content: fetched(Number(match[1])), used: Number(match[2]), crc: Number(match[3]) };
  }

  // Where a member's compressed data begins (RFC 1952, 2.3).
  function headLength(bytes) {
    const flags = bytes[3];
    let at = 10;
    if (bytes.length >= 3 && bytes[2] !== 8) {
      throw failure('unknown compression method');
    }
    if ((flags & 4) !== 0) {
      at += 2 + bytes.readUInt16LE(at);
    }
    for (const flag of [8, 16]) {
      if ((flags & flag) !== 0) {
        const end = bytes.indexOf(0, at);
        at = end === -1 ? bytes.length : end + 1;
      }
    }
    return at + ((flags & 2) !== 0 ? 2 : 0);
  }

  const isGzip = (bytes) => bytes.length > 1 && bytes[0] === 0x1f && bytes[1] === 0x8b;

  function gunzipped(input, options) {
    const parts = [];
    let bytes = input;
    do {
      if (bytes.length < 18 && options.finishFlush !== constants.Z_SYNC_FLUSH) {
        if (bytes.length > 0 && !(bytes.length === 1 ? bytes[0] === 0x1f : isGzip(bytes))) {
          throw failure('incorrect header check');
        }
        throw failure('unexpected end of file');
      }
      if (!isGzip(bytes)) {
        throw failure('incorrect header check');
      }
      const start = headLength(bytes);
      const { content, used, crc } = expanded(bytes.subarray(start), true, options);
      const end = start + used;
      if (bytes.length >= end + 8) {
        if (bytes.readUInt32LE(end) !== crc) {
          throw failure('incorrect data check');
        }
        if (bytes.readUInt32LE(end + 4) !== content.length % 2 ** 32) {
          throw failure('incorrect length check');
        }
      } else if (options.finishFlush !== constants.Z_SYNC_FLUSH) {
        throw failure('unexpected end of file');
      }
      parts.push(content);
      bytes = bytes.subarray(end + 8);
    } while (isGzip(bytes));
    return parts.length === 1 ? parts[0] : Buffer.concat(parts);
  }

  const ways = {
    Deflate: (bytes, options) => compressed(bytes, false, options),
    Inflate: (bytes, options) => expanded(bytes, false, options).content,
    Gzip: gzipped,
    Gunzip: gunzipped,
    DeflateRaw: (bytes, options) => compressed(bytes, true, options),
    InflateRaw: (bytes, options) => expanded(bytes, true, options).content,
    Unzip: (bytes, options) => (isGzip(bytes) ? gunzipped(bytes, options) : expanded(bytes, false, options).content),
  };

  // --- the module -----------------------------------------------------------------------------

  const module = { constants, codes };

  function named(name, called) {
    return Object.defineProperty(called, 'name', { value: name, configurable: true });
  }

  function streamOf(way) {
    const { Transform } = internal('stream').Stream;
    return class extends Transform {
      #options;
      #chunks = [];
      bytesWritten = 0;
      constructor(options) {
        super(options);
        this.#options = checkedOptions(options);
      }
      _transform(chunk, encoding, callback) {
        this.#chunks.push(chunk);
        this.bytesWritten += chunk.length;
        callback();
      }
      _flush(callback) {
        let result;
        try {
          result = way(Buffer.concat(this.#chunks), this.#options);
        } catch (error) {
          callback(error);
          return;
        }
        if (result.length > 0) {
          this.push(result);
        }
        callback();
      }
      close(callback) {
        if (callback) {
          this.once('close', callback);
        }
        this.destroy();
      }
      flush() {
        throw notSimulated(`flush() of a stream of zlib`);
      }
    };
  }

  for (const [Name, way] of Object.entries(ways)) {
    const name = Name[0].toLowerCase() + Name.slice(1);
    module[`${name}Sync`] = named(`${name}Sync`, (data, options) => way(bytesOf(data), checkedOptions(options)));
    module[name] = named(name, (data, options, callback) => {
      const done = typeof options === 'function' ? options : callback;
      if (typeof done !== 'function') {
        throw invalidArgument('callback', 'of type function', done);
      }
      const given = checkedOptions(typeof options === 'function' ? {} : options);
      const bytes = Buffer.from(bytesOf(data));
      setImmediate(() => {
        let result;
        try {
          result = way(bytes, given);
        } catch (error) {
          done(error);
          return;
        }
        done(null, result);
      });
    });
    let Stream;
    const type = () => (Stream ??= named(Name, streamOf(way)));
    Object.defineProperty(module, Name, { get: type, enumerable: true, configurable: true });
    module[`create${Name}`] = named(`create${Name}`, (options) => new (type())(options));
  }
  if (internal('settings').major >= 22) {
    module.crc32 = (data, value = 0) => crc32(bytesOf(data), value);
  }
  for (const name of ['brotliCompress', 'brotliCompressSync', 'brotliDecompress', 'brotliDecompressSync', 'createBrotliCompress', 'createBrotliDecompress']) {
    module[name] = refusal(name, `zlib.${name}`);
  }
  return module;
})

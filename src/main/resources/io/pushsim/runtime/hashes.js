// Hashes, HMACs and keys derived from passwords: the arithmetic is the host's.
(function hashes(exports, internal, host) {
  'use strict';
  const { coded, invalidArgument, outOfRange } = internal('errors');
  const { Buffer, encodingOf } = internal('buffer');
  // Node's names, and the JDK's.
  const known = {
    md5: 'MD5', sha1: 'SHA-1', sha224: 'SHA-224', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512', 'sha512-224': 'SHA-512/224',
    'sha512-256': 'SHA-512/256', 'sha3-224': 'SHA3-224', 'sha3-256': 'SHA3-256', 'sha3-384': 'SHA3-384', 'sha3-512': 'SHA3-512',
    'rsa-md5': 'MD5', 'rsa-sha1': 'SHA-1', 'rsa-sha256': 'SHA-256', 'rsa-sha384': 'SHA-384', 'rsa-sha512': 'SHA-512',
  };

  function nameOf(algorithm) {
    const name = algorithm.toLowerCase();
    return known[name] ?? known[name.replace(/^sha-/, 'sha')];
  }

  const part = (bytes) => [bytes.buffer, bytes.byteOffset, bytes.byteLength];
  const digestOf = (name, bytes) => Buffer.from(host.digest(name, ...part(bytes)), 'latin1');

  function bytesOf(data, name, encoding) {
    if (typeof data === 'string') {
      return Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding);
    }
    if (ArrayBuffer.isView(data)) {
      return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    }
    if (data instanceof ArrayBuffer) {
      return new Uint8Array(data);
    }
    throw invalidArgument(name, name === 'data' ? 'of type string or an instance of Buffer, TypedArray, or DataView'
      : 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, or DataView', data);
  }

  const encoded = (bytes, encoding) => (encoding === undefined || encoding === 'buffer' ? bytes : bytes.toString(encodingOf(encoding)));

  // What Hash and Hmac share. They are streams too, but become so only when they are used as one.
  class Digesting {
    #chunks = [];
    #finished = false;
    update(data, encoding) {
      if (this.#finished) {
        throw coded(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
      }
      this.#chunks.push(new Uint8Array(bytesOf(data, 'data', encoding)));
      return this;
    }
    static finish(digesting) {
      digesting.#finished = true;
      return Buffer.concat(digesting.#chunks);
    }
    static isFinished(digesting) {
      return digesting.#finished;
    }
    static copy(from, to) {
      to.#chunks = [...from.#chunks];
    }
    _transform(chunk, encoding, callback) {
      this.update(chunk, encoding);
      callback();
    }
    _flush(callback) {
      this.push(this.digest());
      callback();
    }
  }
  const { finish, isFinished, copy } = Digesting;
  for (const name of ['finish', 'isFinished', 'copy']) {
    delete Digesting[name];
  }

  const streaming = ['pipe', 'on', 'once', 'off', 'emit', 'addListener', 'removeListener', 'write', 'end', 'read', 'push', 'setEncoding', 'resume', 'pause',
    'destroy', 'unpipe', 'listenerCount', 'listeners', 'removeAllListeners', 'prependListener', Symbol.asyncIterator];
  const opened = new WeakSet();
  for (const name of streaming) {
    Object.defineProperty(Digesting.prototype, name, {
      get() {
        return openedAsStream(this)[name];
      },
      configurable: true,
    });
  }

  function openedAsStream(digesting) {
    const { Transform } = internal('stream').Stream;
    if (Object.getPrototypeOf(Digesting.prototype) !== Transform.prototype) {
      Object.setPrototypeOf(Digesting.prototype, Transform.prototype);
    }
    const own = opened.has(digesting);
    opened.add(digesting);
    // From here on the stream's methods stand on the object itself.
    if (!own) {
      for (const name of streaming) {
        Object.defineProperty(digesting, name, { value: Transform.prototype[name], writable: true, configurable: true, enumerable: false });
      }
      Transform.call(digesting);
    }
    return digesting;
  }

  class Hash extends Digesting {
    #name;
    constructor(algorithm) {
      super();
      if (typeof algorithm !== 'string') {
        throw invalidArgument('algorithm', 'of type string', algorithm);
      }
      this.#name = nameOf(algorithm);
      if (this.#name === undefined) {
        throw new Error('Digest method not supported');
      }
    }
    digest(encoding) {
      if (isFinished(this)) {
        throw coded(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
      }
      return encoded(digestOf(this.#name, finish(this)), encoding);
    }
    copy() {
      if (isFinished(this)) {
        throw coded(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
      }
      const other = new Hash('md5');
      other.#name = this.#name;
      copy(this, other);
      return other;
    }
  }

  class Hmac extends Digesting {
    #name;
    #key;
    #digested = false;
    constructor(algorithm, key) {
      super();
      if (typeof algorithm !== 'string') {
        throw invalidArgument('hmac', 'of type string', algorithm);
      }
      if (typeof key !== 'string' && !ArrayBuffer.isView(key) && !(key instanceof ArrayBuffer)) {
        throw invalidArgument('key', 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey', key);
      }
      this.#name = nameOf(algorithm);
      if (this.#name === undefined) {
        throw coded(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${algorithm}`);
      }
      this.#key = new Uint8Array(bytesOf(key, 'key'));
    }
    digest(encoding) {
      // A second time it is empty, as in Node.js.
      if (this.#digested) {
        return encoding === undefined || encoding === 'buffer' ? Buffer.alloc(0) : '';
      }
      this.#digested = true;
      return encoded(hmacOf(this.#name, this.#key, finish(this)), encoding);
    }
  }

  const hmacOf = (name, key, bytes) => Buffer.from(host.hmac(name, ...part(key), ...part(bytes)), 'latin1');

  function digestName(digest) {
    if (typeof digest !== 'string') {
      throw invalidArgument('digest', 'of type string', digest);
    }
    const name = nameOf(digest);
    if (name === undefined) {
      throw coded(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${digest}`);
    }
    return name;
  }

  function checkedNumber(name, value, least) {
    if (typeof value !== 'number') {
      throw invalidArgument(name, 'of type number', value);
    }
    if (!Number.isInteger(value)) {
      throw outOfRange(name, 'an integer', value);
    }
    if (value < least || value > 2147483647) {
      throw outOfRange(name, `>= ${least} && <= 2147483647`, value);
    }
    return value;
  }

  function pbkdf2Sync(password, salt, iterations, length, digest) {
    const name = digestName(digest);
    const secret = bytesOf(password, 'password');
    const grain = bytesOf(salt, 'salt');
    checkedNumber('iterations', iterations, 1);
    checkedNumber('keylen', length, 0);
    return Buffer.from(host.pbkdf2(name, ...part(secret), ...part(grain), iterations, length), 'latin1');
  }

  // RFC 5869.
  function hkdfSync(digest, key, salt, info, length) {
    const name = digestName(digest);
    const pseudo = hmacOf(name, bytesOf(salt, 'salt'), bytesOf(key, 'ikm'));
    checkedNumber('length', length, 0);
    const blocks = [];
    let last = Buffer.alloc(0);
    for (let i = 1; blocks.length * pseudo.length < length; i++) {
      last = hmacOf(name, pseudo, Buffer.concat([last, bytesOf(info, 'info'), Buffer.from([i])]));
      blocks.push(last);
    }
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length)).buffer;
  }

  function timingSafeEqual(a, b) {
    const [one, other] = [['buf1', a], ['buf2', b]].map(([name, value]) => {
      if (!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) {
        throw coded(TypeError, 'ERR_INVALID_ARG_TYPE', `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`);
      }
      return bytesOf(value, name);
    });
    if (one.length !== other.length) {
      throw coded(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', 'Input buffers must have the same byte length');
    }
    return one.every((byte, index) => byte === other[index]);
  }

  Object.assign(exports, { Hash, Hmac, pbkdf2Sync, hkdfSync, timingSafeEqual, bytesOf, digestOf, nameOf, encoded });
  exports.names = Object.keys(known).filter((name) => !name.startsWith('rsa-'));
})

// Node's crypto module and the crypto of the web.
(function crypto(exports, internal) {
  'use strict';
  const { invalidArgument, refusal } = internal('errors');
  const random = internal('random');
  const hashes = () => internal('hashes');
  const subtleNames = { 'SHA-1': 'SHA-1', 'SHA-256': 'SHA-256', 'SHA-384': 'SHA-384', 'SHA-512': 'SHA-512' };

  function refusing(prefix, names) {
    return Object.fromEntries(names.map((name) => [name, refusal(name, `${prefix}.${name}`)]));
  }

  const subtle = {
    async digest(algorithm, data) {
      const name = typeof algorithm === 'string' ? algorithm : algorithm?.name;
      const known = subtleNames[`${name}`.toUpperCase()];
      if (known === undefined) {
        throw internal('exceptions').domException('Unrecognized algorithm name', 'NotSupportedError');
      }
      if (!ArrayBuffer.isView(data) && !(data instanceof ArrayBuffer)) {
        throw invalidArgument('data', 'an instance of ArrayBuffer, Buffer, TypedArray, or DataView', data);
      }
      const bytes = new Uint8Array(hashes().bytesOf(data, 'data'));
      await new Promise((resolve) => internal('loop').setImmediate(resolve));
      return new Uint8Array(hashes().digestOf(known, bytes)).buffer;
    },
    ...refusing('crypto.subtle', ['encrypt', 'decrypt', 'sign', 'verify', 'generateKey', 'deriveKey', 'deriveBits', 'importKey', 'exportKey', 'wrapKey', 'unwrapKey']),
  };

  exports.webcrypto = { getRandomValues: random.getRandomValues, randomUUID: random.randomUUID, subtle };
  const later = (callback, compute) => {
    if (typeof callback !== 'function') {
      throw invalidArgument('callback', 'of type function', callback);
    }
    const value = compute();
    internal('loop').setImmediate(callback, null, value);
  };
  const { deliver, ...draws } = random;
  exports.module = {
    ...refusing('crypto', ['createCipheriv', 'createDecipheriv', 'createSign', 'createVerify', 'createPublicKey', 'createPrivateKey',
      'createDiffieHellman', 'createECDH', 'generateKey', 'generateKeySync', 'generateKeyPair', 'generateKeyPairSync', 'generatePrime', 'privateDecrypt',
      'privateEncrypt', 'publicDecrypt', 'publicEncrypt', 'scrypt', 'scryptSync', 'sign', 'verify', 'getCiphers', 'getCurves', 'diffieHellman']),
    ...draws,
    webcrypto: exports.webcrypto,
    subtle,
    createHash: (algorithm) => new (hashes().Hash)(algorithm),
    createHmac: (algorithm, key) => new (hashes().Hmac)(algorithm, internal('keys').contentOf(key)),
    createSecretKey: (key, encoding) => internal('keys').createSecretKey(key, encoding),
    get KeyObject() { return internal('keys').KeyObject; },
    hash: (algorithm, data, encoding = 'hex') => new (hashes().Hash)(algorithm).update(data).digest(encoding),
    getHashes: () => [...hashes().names],
    get Hash() { return hashes().Hash; },
    get Hmac() { return hashes().Hmac; },
    timingSafeEqual: (a, b) => hashes().timingSafeEqual(a, b),
    pbkdf2Sync: (...values) => hashes().pbkdf2Sync(...values),
    pbkdf2: (password, salt, iterations, length, digest, callback) => later(callback, () => hashes().pbkdf2Sync(password, salt, iterations, length, digest)),
    hkdfSync: (...values) => hashes().hkdfSync(...values),
    hkdf: (digest, key, salt, info, length, callback) => later(callback, () => hashes().hkdfSync(digest, key, salt, info, length)),
  };
})

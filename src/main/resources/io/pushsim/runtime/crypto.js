// The random part of Node's crypto: drawn from the simulator's seed.
(function crypto(exports, internal, host) {
  'use strict';
  const { notSimulated } = internal('errors');
  const { random, uuid } = host;

  function getRandomValues(array) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i++) {
      bytes[i] = Math.floor(random() * 256);
    }
    return array;
  }

  function randomInt(min, max, callback) {
    if (max === undefined || typeof max === 'function') {
      return randomInt(0, min, max);
    }
    const value = min + Math.floor(random() * (max - min));
    if (callback !== undefined) {
      internal('loop').nextTick(callback, null, value);
      return undefined;
    }
    return value;
  }

  const randomUUID = () => uuid();
  exports.webcrypto = {
    getRandomValues,
    randomUUID,
    get subtle() {
      throw notSimulated('crypto.subtle');
    },
  };
  exports.module = { randomUUID, randomInt, getRandomValues, webcrypto: exports.webcrypto };
  for (const name of ['createHash', 'createHmac', 'createCipheriv', 'createDecipheriv', 'createSign', 'createVerify',
    'createPublicKey', 'createPrivateKey', 'createSecretKey', 'generateKeyPair', 'generateKeyPairSync', 'hash', 'hkdf', 'hkdfSync',
    'pbkdf2', 'pbkdf2Sync', 'privateDecrypt', 'privateEncrypt', 'publicDecrypt', 'publicEncrypt', 'randomBytes', 'randomFill',
    'randomFillSync', 'scrypt', 'scryptSync', 'sign', 'timingSafeEqual', 'verify', 'getHashes', 'getCiphers']) {
    exports.module[name] = () => {
      throw notSimulated(`crypto.${name}()`);
    };
  }
})

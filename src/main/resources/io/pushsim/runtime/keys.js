// Node's KeyObject, of secret keys: those of other kinds cannot be made here.
(function keys(exports, internal) {
  'use strict';
  const { invalidArgument, invalidValue } = internal('errors');
  const contents = new WeakMap();
  const token = {};

  class KeyObject {
    constructor(type, content, proof) {
      if (proof !== token) {
        throw invalidArgument('handle', 'of type object', content);
      }
      contents.set(this, content);
    }
    get type() {
      return 'secret';
    }
    get symmetricKeySize() {
      return contents.get(this).length;
    }
    export(options = {}) {
      const { Buffer } = internal('buffer');
      const content = Buffer.from(contents.get(this));
      return options.format === 'jwk' ? { kty: 'oct', k: content.toString('base64url') } : content;
    }
    equals(other) {
      if (!(other instanceof KeyObject)) {
        throw invalidArgument('otherKeyObject', 'an instance of KeyObject', other);
      }
      return internal('buffer').Buffer.compare(contents.get(this), contents.get(other)) === 0;
    }
  }
  Object.defineProperty(KeyObject.prototype, Symbol.toStringTag, { value: 'KeyObject', configurable: true });

  exports.KeyObject = KeyObject;
  exports.createSecretKey = (key, encoding) => {
    const { Buffer } = internal('buffer');
    if (typeof key !== 'string' && !ArrayBuffer.isView(key) && !(key instanceof ArrayBuffer)) {
      throw invalidArgument('key', 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, or DataView', key);
    }
    return new KeyObject('secret', Buffer.from(internal('hashes').bytesOf(key, 'key', encoding)), token);
  };
  // What there is of a key: the bytes of a KeyObject, all else as it is.
  exports.contentOf = (key) => contents.get(key) ?? key;
})

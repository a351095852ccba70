// structuredClone.
(function clone(exports, internal) {
  'use strict';
  const errorTypes = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

  function refused(value) {
    const text = typeof value === 'symbol' ? value.toString() : typeof value === 'function' ? `${value}` : '#<Object>';
    return internal('exceptions').domException(`${text} could not be cloned.`, 'DataCloneError');
  }

  function copyOf(value, known) {
    if (typeof value === 'function' || typeof value === 'symbol') {
      throw refused(value);
    }
    if (value === null || typeof value !== 'object') {
      return value;
    }
    if (known.has(value)) {
      return known.get(value);
    }
    const remember = (copy) => {
      known.set(value, copy);
      return copy;
    };
    for (const Type of [Boolean, Number, String, BigInt]) {
      if (value instanceof Type) {
        return remember(Object(value.valueOf()));
      }
    }
    if (value instanceof Date) {
      return remember(new Date(value.getTime()));
    }
    if (value instanceof RegExp) {
      return remember(new RegExp(value.source, value.flags));
    }
    if (value instanceof ArrayBuffer) {
      return remember(value.slice(0));
    }
    if (ArrayBuffer.isView(value)) {
      const buffer = copyOf(value.buffer, known);
      return remember(new value.constructor(buffer, value.byteOffset, value instanceof DataView ? value.byteLength : value.length));
    }
    if (value instanceof Map) {
      const copy = remember(new Map());
      for (const [key, item] of [...value]) {
        copy.set(copyOf(key, known), copyOf(item, known));
      }
      return copy;
    }
    if (value instanceof Set) {
      const copy = remember(new Set());
      for (const item of [...value]) {
        copy.add(copyOf(item, known));
      }
      return copy;
    }
    if (value instanceof Error) {
      const Type = errorTypes[value.name] ?? Error;
      const copy = remember(Object.create(Type.prototype));
      for (const name of ['stack', 'message', 'cause']) {
        if (Object.prototype.hasOwnProperty.call(value, name)) {
          Object.defineProperty(copy, name, { value: copyOf(value[name], known), writable: true, configurable: true });
        }
      }
      return copy;
    }
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet || value instanceof WeakRef) {
      throw refused(value);
    }
    const copy = remember(Array.isArray(value) ? new Array(value.length) : {});
    for (const key of Object.keys(value)) {
      copy[key] = copyOf(value[key], known);
    }
    return copy;
  }

  exports.structuredClone = function structuredClone(value, options) {
    if (arguments.length === 0) {
      throw new TypeError("The \"value\" argument must be specified");
    }
    if (options?.transfer?.length > 0) {
      throw new Error('pushsim does not simulate the transfer option of structuredClone yet');
    }
    return copyOf(value, new Map());
  };
})

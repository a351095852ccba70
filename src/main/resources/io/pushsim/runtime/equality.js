// Deep equality, loose as assert.deepEqual's or strict as util.isDeepStrictEqual's.
(function equality(exports) {
  'use strict';
  const tag = (value) => Object.prototype.toString.call(value);
  const own = (value) => Object.keys(value).length;
  const boxes = [Number, String, Boolean, BigInt, Symbol];

  const isPrimitive = (value) => value === null || (typeof value !== 'object' && typeof value !== 'function');

  function samePrimitive(a, b, strict) {
    if (strict) {
      return Object.is(a, b);
    }
    return (isPrimitive(a) && isPrimitive(b)) && (a == b || (a !== a && b !== b));
  }

  function enumerableSymbols(value) {
    return Object.getOwnPropertySymbols(value).filter((each) => Object.prototype.propertyIsEnumerable.call(value, each));
  }

  function equal(a, b, strict, seen) {
    if (a === b) {
      return a !== 0 || !strict || Object.is(a, b);
    }
    if (isPrimitive(a) || isPrimitive(b) || typeof a === 'function' || typeof b === 'function') {
      return samePrimitive(a, b, strict);
    }
    if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) {
      return false;
    }
    if (tag(a) !== tag(b) || Array.isArray(a) !== Array.isArray(b) || (a instanceof Error) !== (b instanceof Error)) {
      return false;
    }
    if (seen.some(([one, other]) => one === a && other === b)) {
      return true;
    }
    seen.push([a, b]);
    const same = sameContent(a, b, strict, seen);
    seen.pop();
    return same;
  }

  function sameContent(a, b, strict, seen) {
    return sameInside(a, b, strict, seen) && sameProperties(a, b, strict, seen);
  }

  function sameInside(a, b, strict, seen) {
    if (Array.isArray(a)) {
      return a.length === b.length;
    }
    if (a instanceof Date) {
      return b instanceof Date && Object.is(a.getTime(), b.getTime());
    }
    if (a instanceof RegExp) {
      return b instanceof RegExp && a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex;
    }
    if (a instanceof Error) {
      return a.message === b.message && a.name === b.name && equal(a.cause, b.cause, strict, seen) && equal(a.errors, b.errors, strict, seen);
    }
    if (ArrayBuffer.isView(a)) {
      return ArrayBuffer.isView(b) && sameView(a, b, strict);
    }
    if (a instanceof ArrayBuffer) {
      return b instanceof ArrayBuffer && sameView(new Uint8Array(a), new Uint8Array(b), true);
    }
    if (a instanceof Set) {
      return b instanceof Set && a.size === b.size && sameSet(a, b, strict, seen);
    }
    if (a instanceof Map) {
      return b instanceof Map && a.size === b.size && sameMap(a, b, strict, seen);
    }
    for (const Type of boxes) {
      if (a instanceof Type || b instanceof Type) {
        return a instanceof Type && b instanceof Type && Object.is(a.valueOf(), b.valueOf());
      }
    }
    return !(a instanceof Promise || a instanceof WeakMap || a instanceof WeakSet);
  }

  function sameView(a, b, strict) {
    if (a.byteLength !== b.byteLength) {
      return false;
    }
    if (a instanceof DataView) {
      return sameView(new Uint8Array(a.buffer, a.byteOffset, a.byteLength), new Uint8Array(b.buffer, b.byteOffset, b.byteLength), true);
    }
    return a.every((item, index) => (strict ? Object.is(item, b[index]) : item == b[index] || (item !== item && b[index] !== b[index])));
  }

  function sameSet(a, b, strict, seen) {
    const rest = [...b].filter((item) => !a.has(item));
    for (const item of a) {
      if (!b.has(item)) {
        const index = rest.findIndex((other) => (strict && isPrimitive(item) ? false : equal(item, other, strict, seen)));
        if (index === -1) {
          return false;
        }
        rest.splice(index, 1);
      }
    }
    return true;
  }

  function sameMap(a, b, strict, seen) {
    const rest = [...b].filter(([key]) => !a.has(key));
    for (const [key, item] of a) {
      if (b.has(key)) {
        if (!equal(item, b.get(key), strict, seen)) {
          return false;
        }
      } else {
        const index = rest.findIndex(([other, value]) => !(strict && isPrimitive(key)) && equal(key, other, strict, seen) && equal(item, value, strict, seen));
        if (index === -1) {
          return false;
        }
        rest.splice(index, 1);
      }
    }
    return true;
  }

  function sameProperties(a, b, strict, seen) {
    if (ArrayBuffer.isView(a)) {
      const extra = (value) => Object.keys(value).filter((key) => !/^[0-9]+$/.test(key));
      const keys = extra(a);
      return keys.length === extra(b).length && keys.every((key) => equal(a[key], b[key], strict, seen));
    }
    if (own(a) !== own(b)) {
      return false;
    }
    const keys = Object.keys(a);
    if (strict) {
      const symbols = enumerableSymbols(a);
      if (symbols.length !== enumerableSymbols(b).length) {
        return false;
      }
      keys.push(...symbols);
    }
    return keys.every((key) => Object.prototype.propertyIsEnumerable.call(b, key) && equal(a[key], b[key], strict, seen));
  }

  exports.isDeepStrictEqual = (a, b) => equal(a, b, true, []);
  exports.isDeepEqual = (a, b) => equal(a, b, false, []);
})

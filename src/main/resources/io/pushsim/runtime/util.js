// Node's util module, as far as it is simulated.
(function util(exports, internal) {
  'use strict';
  const { inspect } = internal('inspect');
  const { format, formatWithOptions } = internal('format');
  const { invalidArgument } = internal('errors');
  const customPromisify = Symbol.for('nodejs.util.promisify.custom');
  const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);

  function checked(value, name) {
    if (typeof value !== 'function') {
      throw invalidArgument(name, 'of type function', value);
    }
    return value;
  }

  function promisify(original) {
    checked(original, 'original');
    if (original[customPromisify] !== undefined) {
      return checked(original[customPromisify], 'util.promisify.custom');
    }
    function promised(...values) {
      return new Promise((resolve, reject) => {
        original.call(this, ...values, (error, value) => (error ? reject(error) : resolve(value)));
      });
    }
    Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
    return Object.defineProperties(promised, Object.getOwnPropertyDescriptors(original));
  }
  promisify.custom = customPromisify;

  function callbackify(original) {
    checked(original, 'original');
    const { nextTick } = internal('loop');
    return function callbackified(...values) {
      const callback = checked(values.pop(), 'last argument');
      original.apply(this, values).then(
        (value) => nextTick(callback, null, value),
        (reason) => nextTick(callback, reason || new Error('Promise was rejected with falsy value')),
      );
    };
  }

  function inherits(constructor, parent) {
    checked(constructor, 'ctor');
    checked(parent, 'superCtor');
    Object.defineProperty(constructor, 'super_', { value: parent, writable: true, configurable: true });
    Object.setPrototypeOf(constructor.prototype, parent.prototype);
  }

  function deprecate(original, message, code) {
    let warned = false;
    return function deprecated(...values) {
      if (!warned) {
        warned = true;
        internal('process').emitWarning(`${code ? `[${code}] ` : ''}${message}`, 'DeprecationWarning');
      }
      return new.target ? Reflect.construct(original, values, new.target) : original.apply(this, values);
    };
  }

  function debuglog() {
    return Object.assign(() => {}, { enabled: false });
  }

  const types = {
    isPromise: (value) => value instanceof Promise,
    isRegExp: (value) => tag(value) === 'RegExp',
    isDate: (value) => value instanceof Date,
    isMap: (value) => value instanceof Map,
    isSet: (value) => value instanceof Set,
    isNativeError: (value) => value instanceof Error,
    isArrayBuffer: (value) => value instanceof ArrayBuffer,
    isAnyArrayBuffer: (value) => value instanceof ArrayBuffer || value instanceof SharedArrayBuffer,
    isTypedArray: (value) => ArrayBuffer.isView(value) && !(value instanceof DataView),
    isUint8Array: (value) => value instanceof Uint8Array,
    isArrayBufferView: (value) => ArrayBuffer.isView(value),
    isAsyncFunction: (value) => typeof value === 'function' && tag(value) === 'AsyncFunction',
    isGeneratorFunction: (value) => typeof value === 'function' && tag(value).endsWith('GeneratorFunction'),
  };

  const util = {
    inspect, format, formatWithOptions, promisify, callbackify, inherits, deprecate, debuglog, debug: debuglog, types,
    isDeepStrictEqual: (a, b) => internal('equality').isDeepStrictEqual(a, b),
    stripVTControlCharacters: (text) => text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, ''),
    toUSVString: (text) => `${text}`.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
    isArray: Array.isArray,
  };
  if (internal('settings').major < 23) {
    Object.assign(util, {
      isBoolean: (value) => typeof value === 'boolean',
      isNull: (value) => value === null,
      isNullOrUndefined: (value) => value === null || value === undefined,
      isNumber: (value) => typeof value === 'number',
      isString: (value) => typeof value === 'string',
      isSymbol: (value) => typeof value === 'symbol',
      isUndefined: (value) => value === undefined,
      isRegExp: types.isRegExp,
      isObject: (value) => value !== null && typeof value === 'object',
      isDate: types.isDate,
      isError: (value) => value instanceof Error,
      isFunction: (value) => typeof value === 'function',
      isPrimitive: (value) => value === null || (typeof value !== 'object' && typeof value !== 'function'),
    });
  }
  return util;
})

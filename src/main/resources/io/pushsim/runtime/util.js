// Node's util module, as far as it is simulated.
(function util(exports, internal) {
  'use strict';
  const { inspect } = internal('inspect');
  const { format, formatWithOptions } = internal('format');
  const { coded, invalidArgument, invalidValue } = internal('errors');
  const customArgs = Symbol.for('pushsim.promisify.names');
  const customPromisify = Symbol.for('nodejs.util.promisify.custom');

  function checked(value, name) {
    if (typeof value !== 'function') {
      throw invalidArgument(name, 'of type function', value);
    }
    return value;
  }

  function promisify(original) {
    checked(original, 'original');
    const customised = original[customPromisify];
    if (customised !== undefined) {
      return Object.defineProperty(checked(customised, 'util.promisify.custom'), customPromisify, { value: customised, configurable: true });
    }
    const names = original[customArgs];
    function promised(...values) {
      return new Promise((resolve, reject) => {
        original.call(this, ...values, (error, ...results) => {
          if (error) {
            reject(error);
          } else {
            resolve(names === undefined ? results[0] : Object.fromEntries(names.map((name, index) => [name, results[index]])));
          }
        });
      });
    }
    Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
    Object.defineProperty(promised, customPromisify, { value: promised, configurable: true });
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
        (reason) => nextTick(callback, reason || falsyReason(reason)),
      );
    };
  }

  function falsyReason(reason) {
    const error = coded(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value');
    error.reason = reason;
    return error;
  }

  function inherits(constructor, parent) {
    checked(constructor, 'ctor');
    checked(parent, 'superCtor');
    if (parent.prototype === undefined) {
      throw invalidArgument('superCtor.prototype', 'of type object', parent.prototype);
    }
    Object.defineProperty(constructor, 'super_', { value: parent, writable: true, configurable: true });
    Object.setPrototypeOf(constructor.prototype, parent.prototype);
  }

  const warnedCodes = new Set();

  function deprecate(original, message, code) {
    let warned = false;
    function deprecated(...values) {
      if (!warned && !warnedCodes.has(code)) {
        warned = true;
        if (code !== undefined) {
          warnedCodes.add(code);
        }
        internal('process').emitWarning(`${code ? `[${code}] ` : ''}${message}`, 'DeprecationWarning');
      }
      return new.target ? Reflect.construct(original, values, new.target) : original.apply(this, values);
    }
    Object.setPrototypeOf(deprecated, original);
    if (original.prototype) {
      deprecated.prototype = original.prototype;
    }
    return deprecated;
  }

  // Writes where NODE_DEBUG names the section.
  function debuglog(section) {
    const name = `${section}`.toUpperCase();
    const isOn = () => `${internal('process').env.NODE_DEBUG ?? ''}`.toUpperCase().split(',').includes(name);
    const write = (...values) => {
      if (isOn()) {
        internal('console').raw(`${name} ${internal('process').pid}: ${format(...values)}\n`);
      }
    };
    return Object.defineProperty(write, 'enabled', { get: isOn, enumerable: true });
  }

  // Node.js leaves the codes out where its output is no terminal, which Lambda's never is.
  function styleText(format_, text, { validateStream = true } = {}) {
    let styled = `${text}`;
    for (const name of [format_].flat()) {
      const codes = inspect.colors[name];
      if (codes === undefined) {
        throw invalidValue('format', name, `must be one of: ${Object.keys(inspect.colors).map((each) => `'${each}'`).join(', ')}`);
      }
      if (!validateStream) {
        styled = `\u001b[${codes[0]}m${styled}\u001b[${codes[1]}m`;
      }
    }
    return styled;
  }

  const errnos = () => Object.entries(internal('os').constants.errno);

  async function aborted(signal) {
    if (!signal.aborted) {
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    }
  }

  const types = internal('util_types');

  const util = {
    inspect, format, formatWithOptions, promisify, callbackify, inherits, deprecate, debuglog, debug: debuglog, types,
    isDeepStrictEqual: (a, b) => internal('equality').isDeepStrictEqual(a, b),
    stripVTControlCharacters: (text) => text.replace(/\u001b\[[0-9;?]*[A-Za-z]|\u001b\][^\u0007]*\u0007/g, ''),
    toUSVString: (text) => `${text}`.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
    isArray: Array.isArray,
    get TextEncoder() { return internal('encoding').TextEncoder; },
    get TextDecoder() { return internal('encoding').TextDecoder; },
    styleText,
    aborted,
    getSystemErrorName: (number) => errnos().find(([, each]) => each === -number)?.[0],
    getSystemErrorMap: () => new Map(errnos().map(([name, number]) => [-number, [name, internal('system').text(name)]])),
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

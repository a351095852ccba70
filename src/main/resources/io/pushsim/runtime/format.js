// util.format in the wording of Node's. Most of what is logged is text: util.inspect is loaded for objects only.
(function format_(exports, internal) {
  'use strict';
  const { numberText, primitive } = internal('primitives');

  function inspect(value, options) {
    return internal('inspect').inspect(value, options);
  }

  function asNumber(value, convert) {
    if (typeof value === 'bigint') {
      return `${value}n`;
    }
    return typeof value === 'symbol' ? 'NaN' : numberText(convert(value));
  }

  function asString(value) {
    if (typeof value === 'number') {
      return numberText(value);
    }
    if (typeof value === 'bigint') {
      return `${value}n`;
    }
    if (typeof value !== 'object' || value === null || hasOwnToString(value)) {
      return String(value);
    }
    return inspect(value, { depth: 0, colors: false, compact: 3 });
  }

  function hasOwnToString(value) {
    let object = value;
    do {
      if (Object.prototype.hasOwnProperty.call(object, 'toString')) {
        return object !== Object.prototype && typeof object.toString === 'function' && !isBuiltIn(object);
      }
      object = Object.getPrototypeOf(object);
    } while (object !== null);
    return false;
  }

  function isBuiltIn(prototype) {
    const Type = prototype.constructor;
    return typeof Type === 'function' && Type.prototype === prototype && globalThis[Type.name] === Type
      && !internal('globals').has(Type.name);
  }

  function directive(letter, value, options) {
    switch (letter) {
      case 's': return asString(value);
      case 'd': return typeof value === 'object' ? 'NaN' : asNumber(value, Number);
      case 'i': return typeof value === 'object' ? 'NaN' : asNumber(value, parseInt);
      case 'f': return typeof value === 'symbol' ? 'NaN' : numberText(parseFloat(value));
      case 'j':
        try {
          return JSON.stringify(value) ?? 'undefined';
        } catch (error) {
          if (/circular|cyclic/i.test(error?.message)) {
            return '[Circular]';
          }
          throw error;
        }
      case 'o': return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
      case 'O': return inspect(value, options);
      default: return '';
    }
  }

  function shown(value, options) {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    return isObject || options !== undefined ? inspect(value, { ...options, compact: 3, depth: 2, ...options }) : primitive({}, value);
  }

  function formatted(options, values) {
    let text = '';
    let used = 0;
    if (typeof values[0] === 'string') {
      used = 1;
      if (values.length > 1) {
        text = values[0].replace(/%([sdifjoOc%])/g, (whole, letter) => {
          if (letter === '%') {
            return '%';
          }
          return used < values.length ? directive(letter, values[used++], options) : whole;
        });
      } else {
        text = values[0];
      }
    }
    for (let i = used; i < values.length; i++) {
      const value = values[i];
      text += (i > 0 ? ' ' : '') + (typeof value === 'string' ? value : shown(value, options));
    }
    return text;
  }

  exports.format = (...values) => formatted(undefined, values);
  exports.formatWithOptions = (options, ...values) => {
    if (options === null || typeof options !== 'object') {
      throw internal('errors').invalidArgument('inspectOptions', 'of type object', options);
    }
    return formatted(options, values);
  };
})

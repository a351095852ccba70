// Errors with Node's codes.
(function errors(exports, internal) {
  'use strict';

  function coded(Type, code, message) {
    const error = new Type(message);
    const name = error.name;
    // Node shows the code in the stack's first line, but not in the name.
    Object.defineProperty(error, 'name', { value: `${name} [${code}]`, configurable: true, writable: true });
    error.stack;
    delete error.name;
    error.code = code;
    Object.defineProperty(error, 'toString', {
      value() { return `${this.name} [${code}]: ${this.message}`; }, configurable: true, writable: true,
    });
    return error;
  }

  function received(value) {
    if (value === null || value === undefined) {
      return ` Received ${value}`;
    }
    if (typeof value === 'function') {
      return ` Received function ${value.name}`;
    }
    if (typeof value === 'object') {
      return value.constructor?.name ? ` Received an instance of ${value.constructor.name}`
        : ` Received ${internal('inspect').inspect(value, { depth: -1 })}`;
    }
    const text = typeof value === 'string' ? `'${value.length > 28 ? `${value.slice(0, 25)}...` : value}'`
      : internal('inspect').inspect(value);
    return ` Received type ${typeof value} (${text})`;
  }

  // The words for a thing: an argument, unless it says itself what it is; a property where it has a dot.
  function called(name) {
    if (name.endsWith(' argument')) {
      return `The ${name}`;
    }
    return `The "${name}" ${name.includes('.') ? 'property' : 'argument'}`;
  }

  function grouped(value) {
    const text = String(value);
    const digits = /^(-?)(\d+)(.*)$/.exec(text);
    return digits === null ? text : `${digits[1]}${digits[2].replace(/\B(?=(\d{3})+$)/g, '_')}${digits[3]}`;
  }

  exports.coded = coded;
  exports.invalidArgument = (name, expected, value) =>
    coded(TypeError, 'ERR_INVALID_ARG_TYPE', `${called(name)} must be ${expected}.${received(value)}`);
  exports.invalidValue = (name, value, reason = 'is invalid') => coded(TypeError, 'ERR_INVALID_ARG_VALUE',
    `The ${name.includes('.') ? 'property' : 'argument'} '${name}' ${reason}. Received ${internal('inspect').inspect(value)}`);
  exports.outOfRange = (name, range, value) => {
    const big = typeof value === 'bigint' ? value > 2n ** 32n || value < -(2n ** 32n) : Number.isInteger(value) && Math.abs(value) > 2 ** 32;
    const shown = big ? grouped(value) : typeof value === 'bigint' ? String(value) : internal('inspect').inspect(value);
    return coded(RangeError, 'ERR_OUT_OF_RANGE',
      `The value of "${name}" is out of range. It must be ${range}. Received ${shown}${typeof value === 'bigint' ? 'n' : ''}`);
  };
  exports.missingArguments = (...names) => {
    const quoted = names.map((name) => `"${name}"`);
    const last = quoted.pop();
    return coded(TypeError, 'ERR_MISSING_ARGS', quoted.length === 0 ? `The ${last} argument must be specified`
      : `The ${quoted.join(', ')}${quoted.length > 1 ? ',' : ''} and ${last} arguments must be specified`);
  };
  exports.received = received;
  // A function that is there and refuses every call. The mark is for the table in the documentation.
  exports.refusal = (name, what) => {
    const refused = { [name]() { throw exports.notSimulated(`${what}()`); } }[name];
    return Object.defineProperty(refused, Symbol.for('pushsim.unsimulated'), { value: true });
  };
  exports.notSimulated = (what) => new Error(`pushsim does not simulate ${what} yet`);
})

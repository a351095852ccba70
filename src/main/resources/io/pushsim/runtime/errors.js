// Errors with Node's codes.
(function errors(exports) {
  'use strict';

  function coded(Type, code, message) {
    const error = new Type(message);
    const name = error.name;
    // Node shows the code in the stack's first line, but not in the name.
    Object.defineProperty(error, 'name', { value: `${name} [${code}]`, configurable: true, writable: true });
    error.stack;
    delete error.name;
    error.code = code;
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
      return value.constructor?.name ? ` Received an instance of ${value.constructor.name}` : ' Received an object';
    }
    const text = typeof value === 'string' ? `'${value.length > 28 ? `${value.slice(0, 25)}...` : value}'` : String(value);
    return ` Received type ${typeof value} (${text})`;
  }

  exports.coded = coded;
  exports.invalidArgument = (name, expected, value) =>
    coded(TypeError, 'ERR_INVALID_ARG_TYPE', `The "${name}" argument must be ${expected}.${received(value)}`);
  exports.notSimulated = (what) => new Error(`pushsim does not simulate ${what} yet`);
})

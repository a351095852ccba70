// What version 2 of the SDK finds wrong with an operation's parameters before it sends them.
(function v2Params(exports, internal) {
  'use strict';
  const { members, shapeOf } = internal('sdk/model');

  function invalid(code, message) {
    const error = new Error(message);
    Object.defineProperty(error, 'name', { value: code, writable: true, enumerable: false, configurable: true });
    error.stack = `${code}: ${message}\n    at ParamValidator.fail (/var/runtime/node_modules/aws-sdk/lib/param_validator.js)`;
    Object.defineProperty(error, 'message', { value: message, writable: true, enumerable: true, configurable: true });
    return Object.assign(error, { code, time: new Date() });
  }

  const isBytes = (value) => typeof value === 'string' || ArrayBuffer.isView(value) || value instanceof ArrayBuffer || typeof value?.byteLength === 'number'
    || typeof value?.size === 'number';
  const isStream = (value) => typeof value?.pipe === 'function';
  const simple = {
    string: [(value) => typeof value === 'string', 'a string'],
    boolean: [(value) => typeof value === 'boolean', 'a boolean'],
    integer: [(value) => typeof value === 'number' && !Number.isNaN(value) || /^-?\d+(\.\d+)?$/.test(value), 'a number'],
    timestamp: [(value) => value instanceof Date || typeof value === 'number' || !Number.isNaN(Date.parse(value)), 'a Date object, ISO-8601 string, or a UNIX timestamp'],
    blob: [isBytes, 'a string, Buffer, Stream, Blob, or typed array object'],
  };
  Object.assign(simple, { long: simple.integer, float: simple.integer, double: simple.integer });

  function check(model, ref, value, path, errors) {
    const shape = shapeOf(model, ref.shape);
    const expect = (holds, what) => holds || (errors.push(invalid('InvalidParameterType', `Expected ${path} to be ${what}`)), false);
    if (shape === undefined) {
      const [holds, what] = simple[ref.shape] ?? simple.string;
      expect(holds(value) || (ref.streaming && isStream(value)) || (ref.jsonvalue && typeof value === 'object'), what);
    } else if (shape.type === 'list') {
      if (expect(Array.isArray(value), 'an Array')) {
        value.forEach((each, index) => check(model, shape.member, each, `${path}[${index}]`, errors));
      }
    } else if (expect(typeof value === 'object', shape.type === 'map' ? 'a map' : 'a structure')) {
      if (shape.type === 'map') {
        Object.entries(value).forEach(([key, each]) => check(model, shape.value, each, `${path}['${key}']`, errors));
      } else {
        structure(model, shape, value, path, errors);
      }
    }
  }

  const present = (value) => value !== undefined && value !== null;

  function structure(model, shape, value, path, errors) {
    for (const name of shape.required ?? []) {
      if (!present(value[name])) {
        errors.push(invalid('MissingRequiredParameter', `Missing required key '${name}' in ${path}`));
      }
    }
    const known = new Map(members(shape));
    for (const [name, each] of Object.entries(value)) {
      if (!present(each)) {
        continue;
      }
      if (known.has(name)) {
        check(model, known.get(name), each, `${path}.${name}`, errors);
      } else {
        errors.push(invalid('UnexpectedParameter', `Unexpected key '${name}' found in ${path}`));
      }
    }
  }

  // The error, or nothing.
  exports.fault = (model, operation, params) => {
    const errors = [];
    structure(model, shapeOf(model, operation.input), params, 'params', errors);
    if (errors.length <= 1) {
      return errors[0];
    }
    const error = invalid('MultipleValidationErrors', `There were ${errors.length} validation errors:\n${errors.map(({ code, message }) => `* ${code}: ${message}`).join('\n')}`);
    const { time } = error;
    delete error.time;
    return Object.assign(error, { errors, time });
  };
})

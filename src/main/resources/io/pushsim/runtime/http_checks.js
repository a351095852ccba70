// What may stand in the head of an HTTP message.
(function httpChecks(exports, internal) {
  'use strict';
  const { coded } = internal('errors');
  const { test } = RegExp.prototype;
  const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
  const notInValues = /[^\t\u0020-\u007e\u0080-\u00ff]/;
  const matches = (pattern, text) => Reflect.apply(test, pattern, [text]);

  exports.isToken = (value) => matches(token, `${value}`);

  exports.validateHeaderName = function validateHeaderName(name, label) {
    if (typeof name !== 'string' || !matches(token, name)) {
      throw coded(TypeError, 'ERR_INVALID_HTTP_TOKEN', `${label || 'Header name'} must be a valid HTTP token ["${name}"]`);
    }
  };

  exports.validateHeaderValue = function validateHeaderValue(name, value) {
    if (value === undefined) {
      throw coded(TypeError, 'ERR_HTTP_INVALID_HEADER_VALUE', `Invalid value "${value}" for header "${name}"`);
    }
    if (matches(notInValues, `${value}`)) {
      throw coded(TypeError, 'ERR_INVALID_CHAR', `Invalid character in header content ["${name}"]`);
    }
  };
})

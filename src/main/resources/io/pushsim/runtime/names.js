// What stack traces need to know of functions and files before any error has happened.
(function names_(exports) {
  'use strict';
  const names = new WeakMap();

  // V8 names a function without a name by what it is assigned to.
  exports.nameIfAnonymous = (called, name) => {
    if (called.name === '') {
      names.set(called, name);
    }
  };
  exports.nameOf = (called) => names.get(called);
  // CommonJS files: their first line stands behind the wrapper function's head.
  exports.wrapped = new Set();
})

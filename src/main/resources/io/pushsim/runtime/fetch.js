// fetch and its kin: there, and refused when they are used, since handlers reach no network.
(function fetch_(exports, internal) {
  'use strict';
  const { notSimulated } = internal('errors');

  exports.fetch = async function fetch() {
    throw notSimulated('fetch()');
  };
  for (const name of ['Headers', 'Request', 'Response', 'FormData']) {
    exports[name] = { [name]: class { constructor() { throw notSimulated(name); } } }[name];
  }
})

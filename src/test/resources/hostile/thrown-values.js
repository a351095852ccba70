//! invoke {"which":0}
//! fails ^\{"errorType":"string","errorMessage":"handled","trace":\[\]\}$
//! invoke {"which":1}
//! fails ^\{"errorType":"string","errorMessage":"handled","trace":\[\]\}$
//! invoke {"which":2}
//! fails ^\{"errorType":"bigint","errorMessage":"5","trace":\[\]\}$
//! invoke {"which":3}
//! fails ^\{"errorType":"TypeError","errorMessage":"Cannot convert a Symbol value to a string"
//! invoke {"which":4}
//! fails ^\{"errorType":"function","errorMessage":"\(\) => \{\}","trace":\[\]\}$
//! invoke {"which":5}
//! fails ^\{"errorType":"TypeError","errorMessage":"Cannot convert object to primitive value"
//! invoke {"which":6}
//! fails ^\{"errorType":"number","errorMessage":"NaN","trace":\[\]\}$
//! invoke {"which":7}
//! fails "errorType":"handled","errorMessage":"callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack
//! invoke {"which":8}
//! fails "errorType":"handled","errorMessage":"callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack
//! invoke {"which":9}
//! fails ^\{"errorType":"Error","errorMessage":"bad"
const bad = () => { throw new Error('bad'); };
const values = [
  undefined, null, 5n, Symbol('x'), () => {}, Object.create(null), NaN,
  { get name() { return bad(); }, get message() { return bad(); }, get stack() { return bad(); } },
  Object.defineProperty(new Error('x'), 'stack', { get: bad }),
  new Proxy({}, { get: bad, has: bad, getPrototypeOf: bad }),
];
exports.handler = async ({ which }) => {
  throw values[which];
};

//! invoke {"a":1}
//! result {"count":0,"event":{"a":1}}
//! invoke null
//! result {"count":1,"event":null}
let count = 0;
exports.handler = async (event) => ({ count: count++, event });

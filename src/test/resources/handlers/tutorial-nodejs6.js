//! runtime nodejs6.10
//! invoke {"key1":"value1","key2":"value2","key3":"value3"}
//! result "message"
//! log undefined INFO Loading function
//! log INFO value1 = value1
//! log INFO value2 = value2
//! log INFO value3 = value3
//! line START RequestId: <id> Version: 1
//! line END RequestId: <id>
//! invoke {}
//! result "message"
//! log INFO value1 = undefined
//! log INFO value2 = undefined
//! log INFO value3 = undefined
console.log('Loading function');

exports.handler = function(event, context, callback) {
  console.log('value1 =', event.key1);
  console.log('value2 =', event.key2);
  console.log('value3 =', event.key3);
  callback(null, "message");
};

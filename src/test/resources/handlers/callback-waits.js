//! runtime nodejs16.x
//! invoke {"waits":true}
//! result "answer"
//! log INFO timer
//! invoke {"waits":false}
//! result "answer"
//! invoke {"waits":true}
//! result "answer"
//! log INFO timer
//! log INFO timer
exports.handler = (event, context, callback) => {
  context.callbackWaitsForEmptyEventLoop = event.waits;
  setTimeout(() => console.log('timer'), 100);
  callback(null, 'answer');
};

//! invoke {}
//! error {"errorType":"OrderError","errorMessage":"no such order","trace":["OrderError: no such order","    at /var/task/index.js:11:39"]}
//! log ERROR Invoke Error \t{"errorType":"OrderError","errorMessage":"no such order","order":7,"stack":["OrderError: no such order","    at /var/task/index.js:11:39"]}
class OrderError extends Error {
  constructor(message, order) {
    super(message);
    Object.defineProperty(this, 'name', { value: 'OrderError' });
    this.order = order;
  }
}
exports.handler = async () => { throw new OrderError('no such order', 7); };

const error = new DOMException('told', 'NotFoundError');
console.log(error.name, error.message, error.code, error instanceof Error, String(error), DOMException.ABORT_ERR, DOMException.DATA_CLONE_ERR);
console.log(new DOMException().name, new DOMException('x', 'Own').code, Object.prototype.toString.call(error), error.stack.split('\n')[0]);
console.log(new DOMException('m', { name: 'TimeoutError', cause: 5 }).cause);

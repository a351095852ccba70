await ask({ path: '/echo', method: 'POST' }, null, (request) => {
  console.log(request.writableEnded, request.writableFinished, request.headersSent, request.finished, request.destroyed);
  request.write('a', () => console.log('written'));
  console.log(request.headersSent, request.writableLength > 0);
  request.end('b', 'utf8', () => console.log('ended', request.writableEnded, request.writableFinished));
  console.log(request.writableEnded, request.finished);
  request.once('error', () => {});
  request.write('c', (error) => console.log('late', error.code));
});

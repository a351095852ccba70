await ask({ path: '/echo', method: 'POST' }, null, (request) => {
  request.on('socket', (socket) => (socket.connecting ? socket.once('connect', () => request.end('late')) : request.end('late')));
});

await ask({ path: '/echo' }, null, (request) => {
  console.log(request.socket, request.reusedSocket);
  request.on('socket', (socket) => {
    console.log(socket.connecting, socket.destroyed, socket === request.socket, socket === request.connection, typeof socket.setKeepAlive, typeof socket.unref);
    socket.on('connect', () => console.log('connect', socket.connecting));
  });
  request.end();
});

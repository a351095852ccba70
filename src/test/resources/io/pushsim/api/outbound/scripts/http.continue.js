await ask({ path: '/continue', method: 'POST', headers: { Expect: '100-continue', 'Content-Length': 4 } }, null, (request) => {
  request.on('continue', () => request.end('body'));
});

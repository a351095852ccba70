await ask({ path: '/echo', method: 'POST' }, 'with a length');
await ask({ path: '/echo', method: 'POST' });
await ask({ path: '/echo', method: 'PUT' }, null, (request) => {
  request.write('in ');
  request.end('chunks');
});
await ask({ path: '/echo', method: 'DELETE' });
await ask({ path: '/echo', method: 'POST', headers: { 'Content-Length': 3 } }, null, (request) => {
  request.write('abc');
  request.end();
});

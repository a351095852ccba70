const agent = new (require('http').Agent)({ maxSockets: 1 });
for (let i = 0; i < 3; i++) {
  const request = require('http').get({ port, path: '/large?chunks=8', agent });
  await require('events').once(request, 'close');
  console.log('dumped', request.res.complete);
}

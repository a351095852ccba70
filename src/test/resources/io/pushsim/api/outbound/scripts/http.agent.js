const http = require('http');
const agent = new http.Agent({ keepAlive: true, maxSockets: 2 });
const counts = () => [agent.sockets, agent.freeSockets, agent.requests].map((lists) => Object.entries(lists).map(([name, list]) => `${name} ${list.length}`).join());
const all = Array.from({ length: 5 }, (_, i) => new Promise((resolve) => {
  const request = http.get({ port, path: `/echo?${i}`, agent }, (response) => response.resume().on('end', () => resolve(request.reusedSocket)));
}));
console.log(counts());
console.log(await Promise.all(all));
await new Promise(setImmediate);
console.log(counts(), agent.totalSocketCount);
agent.destroy();
await new Promise((resolve) => setTimeout(resolve, 20));
console.log(counts(), agent.totalSocketCount);

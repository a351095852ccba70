const http = require('http');
const https = require('https');
console.log(http.globalAgent.keepAlive, http.globalAgent.options, https.globalAgent.options, http.globalAgent.maxSockets, http.globalAgent.maxFreeSockets);
const agent = new http.Agent({ keepAlive: true, maxSockets: 3 });
console.log(Object.keys(agent), agent.getName({ host: 'a', port: 1 }), agent.getName({ host: 'a', port: 1, family: 6 }), agent.getName());
console.log(https.globalAgent.getName({ host: 'a', port: 1, servername: 'x' }), new https.Agent().defaultPort, new https.Agent().protocol);
console.log(https.globalAgent instanceof http.Agent, agent instanceof require('events'), http.Agent() instanceof http.Agent, http.globalAgent.constructor.name);
console.log(Object.keys(http).filter((name) => name[0] !== '_').sort().join(), Object.keys(https).sort().join());
console.log(http.METHODS.length > 30, http.STATUS_CODES[418], http.maxHeaderSize);
console.log(http.ClientRequest.name, http.IncomingMessage.name, http.OutgoingMessage.name, Object.getPrototypeOf(http.ClientRequest) === http.OutgoingMessage,
  http.IncomingMessage.prototype instanceof require('stream').Readable, http.OutgoingMessage.prototype instanceof require('stream'));

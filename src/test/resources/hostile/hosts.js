//! timeout 10
//! answers ^\{("\w+":"refused: \w+",?){8}\}$
const tries = {
  sockets: () => require('net').connect(22, '127.0.0.1'),
  names: () => require('dns').lookupSync('localhost'),
  datagrams: () => require('dgram').createSocket('udp4'),
  secure: () => require('tls').connect(443, 'example.com'),
  inspector: () => require('inspector').open(0),
  fetched: () => fetch('http://127.0.0.1:22/').then((response) => response.status),
  module: () => import('http://127.0.0.1/x.js').then(() => 'read'),
  data: () => import('data:text/javascript,export default 1').then((found) => found.default),
};
exports.handler = async () => {
  const found = {};
  for (const [name, attempt] of Object.entries(tries)) {
    try {
      found[name] = await attempt() ?? null;
    } catch (error) {
      found[name] = `refused: ${error.code ?? error.name}`;
    }
  }
  return found;
};

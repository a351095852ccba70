for (const name of ['http', 'https', 'net', 'tls', 'dns', 'child_process', 'worker_threads', 'cluster', 'vm', 'v8', 'readline', 'http2', 'dgram', 'tty', 'inspector', 'diagnostics_channel', 'module', 'node:dns/promises']) {
  console.log(name, typeof require(name));
}
const http = require('http');
class Mine extends http.Agent {}
console.log(http.STATUS_CODES[404], http.METHODS.includes('PATCH'), new Mine() instanceof http.Agent, require('https').Agent.name, require('worker_threads').isMainThread, require('cluster').isPrimary, require('tty').isatty(99));
console.log(require('http') === require('node:http'), typeof fetch, typeof Headers, require('net').isIP('1.2.3.4'), require('net').isIP('::1'), require('net').isIP('x'), require('net').isIPv6('fe80::1%eth0'), require('net').isIPv4('256.1.1.1'));
try {
  require('node:nonsense');
} catch (error) {
  console.log(error.name, error.code, error.message);
}

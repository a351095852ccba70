const http = require('http');
const request = new http.ClientRequest({ host: '127.0.0.1', port: 1, agent: new http.Agent() }).on('error', () => {});
const attempts = [() => http.request({ host: 5 }), () => http.request({ port: 99999 }), () => http.request('https://a'), () => http.request({ path: 'a b' }),
  () => http.request({ method: 'a b' }), () => http.request({ method: 5 }), () => http.request({ agent: {} }), () => http.request('nope'),
  () => http.request({ headers: { 'a b': 1 } }), () => http.request({ headers: { a: undefined } }), () => http.request({ headers: { a: '\u0100' } }),
  () => http.request({ timeout: 'x' }), () => new http.Agent({ maxTotalSockets: 'x' }), () => new http.Agent({ scheduling: 'x' }),
  () => http.validateHeaderName('a b'), () => http.validateHeaderName(5), () => http.validateHeaderValue('a'), () => http.validateHeaderValue('a', '\n'),
  () => http.request({ insecureHTTPParser: 5 }), () => http.request({ maxHeaderSize: 's' }), () => new http.OutgoingMessage()._implicitHeader(),
  () => http.request({ signal: 4 }), () => request.write(null), () => request.write(5), () => request.setHeader('a'), () => request.getHeader(4),
  () => request.setHeader('a', ['x', '\n']), () => request.setTimeout('x'), () => require('https').request('http://a')];
for (const attempt of attempts) {
  try {
    attempt();
    console.log('fine', `${attempt}`);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
request.destroy();

// The ports of Node's modules that the JavaScript world uses in browsers: CommonJS files, each run when it is first needed.
(function ports(exports, internal, host) {
  'use strict';
  const loaded = Object.create(null);
  const parse = JSON.parse;
  const path = internal('path');

  // What a port asks for by name: another port, or a module of ours.
  const named = {
    'abort-controller': () => internal('abort'),
    'base64-js': () => port('base64-js/index.js'),
    buffer: () => internal('buffer').module,
    'buffer/': () => internal('buffer').module,
    events: () => internal('events'),
    ieee754: () => port('ieee754/index.js'),
    'process/': () => internal('process'),
    punycode: () => port('punycode/punycode.js'),
    'punycode/': () => port('punycode/punycode.js'),
    qs: () => ({ parse: (text) => internal('querystring').parse(text), stringify: (fields) => internal('querystring').stringify(fields) }),
    'safe-buffer': () => internal('buffer').module,
    string_decoder: () => port('string_decoder/lib/string_decoder.js'),
    tr46: () => internal('domains'),
    'webidl-conversions': () => port('webidl-conversions/lib/index.js'),
  };

  function required(request, file) {
    if (request[0] !== '.') {
      return named[request]();
    }
    const target = path.resolve(`/${file}`, '..', request).slice(1);
    return port(/\.js(on)?$/.test(target) ? target : `${target}.js`);
  }

  // A port's exports, by its package's name and the file's path within.
  function port(file) {
    const found = loaded[file];
    if (found !== undefined) {
      return found.exports;
    }
    const module = loaded[file] = { exports: {} };
    if (file.endsWith('.json')) {
      module.exports = parse(host.portText(file));
    } else {
      host.port(file)(module.exports, (request) => required(request, file), module);
    }
    return module.exports;
  }

  exports.port = port;
})

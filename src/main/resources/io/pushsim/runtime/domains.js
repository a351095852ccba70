// Domains to ASCII and back. Most are plain ASCII already: the port, with its tables of Unicode, is for the others.
(function domains(exports, internal) {
  'use strict';
  const full = () => internal('ports').port('tr46/index.js');
  const isPlain = (domain) => /^[a-z0-9._-]*$/i.test(domain) && !/(^|\.)xn--/i.test(domain);

  exports.toASCII = (domain, options) => (isPlain(domain) ? domain.toLowerCase() : full().toASCII(domain, options));
  exports.toUnicode = (domain, options) => full().toUnicode(domain, options);
})

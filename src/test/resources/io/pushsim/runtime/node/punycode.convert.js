const punycode = require('punycode');
console.log(punycode.toASCII('mañana.com'), punycode.toUnicode('xn--maana-pta.com'), punycode.encode('☃'), punycode.ucs2.decode('a😀'));

const { fileURLToPath, pathToFileURL, urlToHttpOptions, domainToASCII, domainToUnicode } = require('url');
console.log(fileURLToPath('file:///tmp/a%20b.txt'), pathToFileURL('/tmp/a b#c?.txt').href, pathToFileURL('/tmp/dir/').href);
for (const value of ['http://x/', 'file://host/x', 'file:///a%2Fb', 5]) {
  try {
    fileURLToPath(value);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
console.log(domainToASCII('español.com'), domainToUnicode('xn--espaol-zwa.com'), domainToASCII('xn--iñvalid.com'));
const options = urlToHttpOptions(new URL('https://a:b@測試.com:81/x?y#z'));
console.log(options.hostname, options.port, options.path, options.auth, options.protocol);

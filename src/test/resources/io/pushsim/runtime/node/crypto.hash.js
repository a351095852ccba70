const crypto = require('crypto');
for (const name of ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'SHA256', 'sha512-256', 'sha3-256', 'RSA-SHA256']) {
  console.log(name, crypto.createHash(name).update('hello').update(' wörld', 'utf8').digest('hex'));
}
console.log(crypto.createHash('sha256').update(Buffer.from('x')).digest('base64'), crypto.createHash('md5').digest('base64url'), crypto.createHash('sha1').update('ff', 'hex').digest());
const hash = crypto.createHash('sha256').update('a');
const copy = hash.copy().update('b');
console.log(hash.digest('hex') === crypto.createHash('sha256').update('a').digest('hex'), copy.digest('hex') === crypto.createHash('sha256').update('ab').digest('hex'));

const crypto = require('crypto');
const key = crypto.createSecretKey('73656372657421', 'hex');
console.log(key.type, key.symmetricKeySize, key.export(), key.export({ format: 'jwk' }), key instanceof crypto.KeyObject);
console.log(key.equals(crypto.createSecretKey(Buffer.from('secret!'))), key.equals(crypto.createSecretKey(Buffer.from('other'))));
console.log(crypto.createHmac('sha256', key).update('a').digest('hex') === crypto.createHmac('sha256', 'secret!').update('a').digest('hex'));
console.log(Object.prototype.toString.call(key), Object.keys(key));

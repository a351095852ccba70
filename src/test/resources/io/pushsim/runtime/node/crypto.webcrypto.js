const { webcrypto, subtle } = require('crypto');
console.log(Buffer.from(await webcrypto.subtle.digest('SHA-256', new TextEncoder().encode('hello'))).toString('hex'), Buffer.from(await crypto.subtle.digest({ name: 'SHA-1' }, Buffer.from('x'))).toString('hex'), subtle === webcrypto.subtle, globalThis.crypto.getRandomValues(new Uint8Array(3)).length);
await crypto.subtle.digest('MD5', new Uint8Array()).catch((error) => console.log(error.name, error.message));

const crypto = require('crypto');
console.log(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()), crypto.randomBytes(16).length, Buffer.isBuffer(crypto.randomBytes(1)), crypto.randomInt(5) < 5, crypto.randomInt(3, 4));
console.log(await new Promise((resolve) => crypto.randomBytes(4, (error, bytes) => resolve([error, bytes.length]))), crypto.getRandomValues(new Uint32Array(2)).length, crypto.randomFillSync(Buffer.alloc(4), 2).subarray(0, 2));
for (const attempt of [() => crypto.randomBytes(-1), () => crypto.randomBytes('5'), () => crypto.randomInt(5, 5), () => crypto.randomInt('x'), () => crypto.webcrypto.getRandomValues(new Float32Array(1)), () => crypto.webcrypto.getRandomValues(new Uint8Array(65537))]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}

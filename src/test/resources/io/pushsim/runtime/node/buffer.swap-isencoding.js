console.log(Buffer.from([1, 2, 3, 4]).swap16(), Buffer.from([1, 2, 3, 4]).swap32(), Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]).swap64());
console.log(['utf8', 'UTF-8', 'hex', 'base64url', 'nope', '', 5].map((each) => Buffer.isEncoding(each)));
console.log(Buffer.isBuffer(Buffer.alloc(1)), Buffer.isBuffer(new Uint8Array(1)), Buffer.name, Buffer.poolSize);

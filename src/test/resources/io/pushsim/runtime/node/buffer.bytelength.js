console.log(Buffer.byteLength('äö€😀'), Buffer.byteLength('abcd', 'hex'), Buffer.byteLength('YWJj', 'base64'), Buffer.byteLength('YWI=', 'base64'), Buffer.byteLength('abc', 'ucs2'), Buffer.byteLength('äö', 'latin1'));
console.log(Buffer.byteLength(new ArrayBuffer(3)), Buffer.byteLength(Buffer.alloc(9)));
try {
  Buffer.byteLength(3);
} catch (error) {
  console.log(error.code, error.message);
}

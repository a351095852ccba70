console.log(Buffer.from([1, 256, -1, 3.7, '9', 'x']));
console.log(Buffer.from(new Uint16Array([1, 300])));
const memory = new ArrayBuffer(8);
const shared = Buffer.from(memory, 2, 3);
shared[0] = 7;
console.log(new Uint8Array(memory), shared.byteOffset, shared.buffer === memory);
console.log(Buffer.from({ type: 'Buffer', data: [1, 2] }), Buffer.from(new String('boxed')), Buffer.from({ length: 2, 0: 5, 1: 6 }));
console.log(Buffer.of(1, 2, 3), Buffer.from(Buffer.from('copy')).toString());

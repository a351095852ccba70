const buffer = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]);
console.log(new Uint16Array(buffer.buffer, buffer.byteOffset, 2).length, new DataView(buffer.buffer, buffer.byteOffset, buffer.length).getUint16(0), buffer.buffer.byteLength >= 8, ArrayBuffer.isView(buffer), buffer instanceof Uint8Array);
console.log(buffer.set([9, 9], 2), buffer, buffer.reverse(), buffer.subarray(2, 4).toString('hex'), buffer.readUIntBE(0, 3), Buffer.from(buffer.subarray(1, 3)).equals(buffer.subarray(1, 3)), buffer.toString('hex', 2, 4), buffer.toLocaleString('hex'));
buffer[0] = 300;
console.log(buffer[0], buffer.length, buffer.slice(-2), Buffer.from('test').fill('xy', 1).toString(), Buffer.from('ab').toString('binary'));

const two = Buffer.alloc(2);
const attempts = [() => two.readUInt8(2), () => two.readUInt32LE(0), () => two.readUInt16LE(1), () => two.readUInt8(0.5), () => two.readUInt8('0'),
  () => two.writeUInt8(256), () => two.writeInt16BE(40000), () => Buffer.alloc(8).writeUInt32LE(-1), () => Buffer.alloc(8).writeBigInt64LE(2n ** 63n),
  () => Buffer.alloc(8).readUIntBE(0, 7), () => Buffer.alloc(8).writeUIntLE(2 ** 40, 0, 5)];
for (const attempt of attempts) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}

const whole = Buffer.from('hello world');
const part = whole.subarray(0, 5);
part[0] = 0x4a;
console.log(whole.toString(), part.toString(), whole.slice(-5).toString(), whole.slice(3, 1).length, part instanceof Buffer, part.parent === whole.buffer);

console.log(Buffer.from([0x68, 0xff, 0xe2, 0x82, 0x69]).toString(), Buffer.from('\ud800x').toString('hex'), Buffer.from([0xef, 0xbb, 0xbf, 0x61]).toString().length);
console.log(Buffer.from([0xc3, 0xa9, 0x80]).toString('ascii'), Buffer.from('zz11', 'hex'), Buffer.from('abc', 'hex'), Buffer.from('Y W\nJj', 'base64').toString(), Buffer.from('-_-_', 'base64'));

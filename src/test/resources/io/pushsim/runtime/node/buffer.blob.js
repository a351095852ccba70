const blob = new Blob(['ab', new Uint8Array([99]), Buffer.from('d')], { type: 'Text/Plain' });
console.log(blob.size, blob.type, await blob.text(), await blob.slice(1, 3).text(), await blob.arrayBuffer());
console.log(blob, Object.prototype.toString.call(blob));

console.log(new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff])), new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])).length);
console.log(new TextDecoder('utf-16le').decode(new Uint8Array([0x61, 0, 0xac, 0x20])), new TextDecoder('latin1').decode(new Uint8Array([0xe9, 0x41])), new TextDecoder('ascii').encoding);
const streaming = new TextDecoder();
console.log([streaming.decode(new Uint8Array([0xe2, 0x82]), { stream: true }), streaming.decode(new Uint8Array([0xac]), { stream: true }), streaming.decode()]);
console.log(new TextDecoder().decode(new Uint8Array([65, 66]).buffer), new TextDecoder('UTF8').encoding, new TextDecoder().fatal);

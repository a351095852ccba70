console.log(new TextDecoder('latin1').decode(new Uint8Array([0x80, 0x9f, 0xe9])), new TextDecoder('windows-1252').decode(new Uint8Array([0x80])));

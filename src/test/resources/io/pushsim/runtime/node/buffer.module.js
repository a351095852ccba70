const buffer = require('buffer');
console.log(buffer.Buffer === Buffer, buffer.constants.MAX_STRING_LENGTH, buffer.INSPECT_MAX_BYTES, buffer.atob === atob);
console.log(buffer.transcode(Buffer.from('é€'), 'utf8', 'latin1'), buffer.isUtf8(Buffer.from([0xff])), buffer.isAscii(Buffer.from('a')));

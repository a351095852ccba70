// What runs a case anywhere: gathers what it prints, without what differs from run to run.
const util = require('util');

function masked(text, tag) {
  return text
    .replaceAll(`-${tag}`, '-TAG')
    .replace(/\n\s+at [^\n]*/g, '')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+0000)/g, 'DATE')
    .replace(/(requestId|RequestId|extendedRequestId|HostId): '[^']*'/g, "$1: 'ID'")
    .replace(/retryDelay: [\d.]+/g, 'retryDelay: N');
}

function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
  }
  return ~sum >>> 0;
}

// A ZIP file of these texts, as they are.
function zipped(files) {
  const locals = [];
  const entries = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [label, data] = [Buffer.from(name), Buffer.from(text)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(33, 8);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(label.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.from('504b01021400', 'hex'), fields, tail, label);
    locals.push(Buffer.from('504b0304', 'hex'), fields, label, data);
    offset += 30 + label.length + data.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

exports.zipped = zipped;

// tag: what the names of a run's own buckets, queues and functions end in.
exports.linesOf = async (run, tag) => {
  const lines = [];
  const print = (...values) => lines.push(masked(util.formatWithOptions({ depth: 6, breakLength: 100, maxArrayLength: 200 }, ...values), tag));
  const attempt = async (what, ask) => {
    try {
      print(what, await ask());
    } catch (error) {
      print(what, 'threw', error, Object.keys(error).join());
    }
  };
  await run({ print, attempt, own: (name) => `${name}-${tag}`, zipped });
  return lines;
};

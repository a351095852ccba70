// Node's stream module: the port, which is Node's own code, with Node's ways to streams of the web and of whole contents.
(function stream(exports, internal) {
  'use strict';
  const Stream = internal('ports').port('readable-stream/lib/stream.js');
  const bufferOf = () => internal('buffer').Buffer;

  async function chunks(source) {
    const list = [];
    for await (const chunk of source) {
      list.push(typeof chunk === 'string' ? bufferOf().from(chunk) : bufferOf().from(chunk));
    }
    return bufferOf().concat(list);
  }

  const consumers = {
    buffer: chunks,
    text: async (source) => {
      const { TextDecoder } = internal('engine');
      return new TextDecoder().decode(await chunks(source));
    },
    json: async (source) => JSON.parse(await consumers.text(source)),
    arrayBuffer: async (source) => new Uint8Array(await chunks(source)).buffer,
    blob: async (source) => {
      const { Blob } = internal('blob');
      return new Blob([await chunks(source)]);
    },
  };

  Stream.Readable.fromWeb = (readable, options) => Stream.Readable.from(readable, { objectMode: false, ...options });
  Stream.Readable.toWeb = (readable) => internal('webstreams').fromIterable(readable);
  Stream.Writable.toWeb = (writable) => internal('webstreams').intoWritable(writable);
  for (const [Type, name] of [[Stream.Writable, 'Writable.fromWeb'], [Stream.Duplex, 'Duplex.fromWeb'], [Stream.Duplex, 'Duplex.toWeb']]) {
    Type[name.split('.')[1]] = () => {
      throw internal('errors').notSimulated(`stream.${name}()`);
    };
  }

  exports.Stream = Stream;
  exports.consumers = consumers;
})

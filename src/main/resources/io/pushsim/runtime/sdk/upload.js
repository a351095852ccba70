// @aws-sdk/lib-storage: objects of any length, in parts where they are long.
(function upload(exports, internal) {
  'use strict';
  const EventEmitter = internal('events');
  const { Buffer } = internal('buffer');
  const { bufferOf } = internal('sdk/values');
  const { isStream, sendable } = internal('sdk/body');
  const least = 5 * 1024 * 1024;

  // The body in parts of a size, of which the last may be shorter.
  async function* partsOf(body, size) {
    const source = await sendable(body);
    let kept = [];
    let length = 0;
    for await (const each of isStream(source) ? source : [bufferOf(source ?? '')]) {
      kept.push(bufferOf(each));
      length += kept[kept.length - 1].length;
      if (length >= size) {
        const all = Buffer.concat(kept);
        let at = 0;
        for (; all.length - at > size; at += size) {
          yield all.subarray(at, at + size);
        }
        kept = [all.subarray(at)];
        length = all.length - at;
      }
    }
    yield Buffer.concat(kept);
  }

  class Upload extends EventEmitter {
    #aborted = false;
    constructor({ client, params, partSize = least, leavePartsOnError = false, queueSize = 4, tags = [] } = {}) {
      super();
      if (params === undefined) {
        throw new Error('InputError: Upload requires params to be passed to upload.');
      }
      if (client === undefined) {
        throw new Error('InputError: Upload requires a AWS client to do uploads with.');
      }
      if (partSize < least) {
        throw new Error(`EntityTooSmall: Your proposed upload part size [${partSize}] is smaller than the minimum allowed size [${least}] (5MB)`);
      }
      if (tags.length > 0) {
        throw internal('errors').notSimulated('object tags');
      }
      Object.assign(this, { client, params, partSize, leavePartsOnError, queueSize });
    }
    async abort() {
      this.#aborted = true;
    }
    #check() {
      if (this.#aborted) {
        throw Object.assign(new Error('Upload aborted.'), { name: 'AbortError' });
      }
    }
    #progress(loaded, part, total) {
      const { Bucket, Key } = this.params;
      this.emit('httpUploadProgress', { loaded, total, part, Key, Bucket });
    }
    async #locate(output) {
      const { Bucket, Key } = this.params;
      const { GetObjectCommand } = internal('sdk/packages').load('@aws-sdk/client-s3');
      const url = new (internal('url').URL)(await internal('sdk/presigner').getSignedUrl(this.client, new GetObjectCommand({ Bucket, Key })));
      return { ...output, Bucket, Key, Location: `${url.origin}${url.pathname}` };
    }
    async done() {
      const commands = internal('sdk/packages').load('@aws-sdk/client-s3');
      const parts = partsOf(this.params.Body, this.partSize);
      const first = (await parts.next()).value;
      const second = await parts.next();
      this.#check();
      if (second.done) {
        const output = await this.client.send(new commands.PutObjectCommand({ ...this.params, Body: first }));
        this.#progress(first.length, 1, first.length);
        return this.#locate(output);
      }
      return this.#inParts(commands, async function* all() {
        yield first;
        yield second.value;
        yield* parts;
      });
    }
    async #inParts({ CreateMultipartUploadCommand, UploadPartCommand, CompleteMultipartUploadCommand, AbortMultipartUploadCommand }, all) {
      const { Body, ...params } = this.params;
      const { Bucket, Key } = params;
      const ChecksumAlgorithm = params.ChecksumAlgorithm ?? (await this.client.config.requestChecksumCalculation() === 'WHEN_SUPPORTED' ? 'CRC32' : undefined);
      const { UploadId } = await this.client.send(new CreateMultipartUploadCommand({ ...params, ChecksumAlgorithm }));
      const Parts = [];
      let loaded = 0;
      try {
        for await (const part of all()) {
          this.#check();
          const PartNumber = Parts.length + 1;
          const { ETag, ChecksumCRC32, ChecksumCRC32C, ChecksumSHA1, ChecksumSHA256 } = await this.client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body: part, ChecksumAlgorithm }));
          Parts.push({ PartNumber, ETag, ChecksumCRC32, ChecksumCRC32C, ChecksumSHA1, ChecksumSHA256 });
          loaded += part.length;
          this.#progress(loaded, PartNumber);
        }
        return await this.#locate(await this.client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } })));
      } catch (error) {
        if (!this.leavePartsOnError) {
          await this.client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
        }
        throw error;
      }
    }
  }

  exports.Upload = Upload;
})

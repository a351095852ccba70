module.exports = async ({ print, attempt, own }) => {
  const { S3Client, CreateBucketCommand, HeadObjectCommand } = require('@aws-sdk/client-s3');
  const { Upload } = require('@aws-sdk/lib-storage');
  const { NodeHttpHandler } = require('@smithy/node-http-handler');
  const { Readable } = require('stream');
  const client = new S3Client({ requestHandler: new NodeHttpHandler({ requestTimeout: 60000 }) });
  const Bucket = own('uploads');
  await client.send(new CreateBucketCommand({ Bucket }));
  const located = ({ Location, ...output }) => [output, /\/dir\/a%20b$/.test(Location)];
  await attempt('short', async () => located(await new Upload({ client, params: { Bucket, Key: 'dir/a b', Body: 'short', ContentType: 'text/plain' } }).done()));
  await attempt('stream', async () => located(await new Upload({ client, params: { Bucket, Key: 'dir/a b', Body: Readable.from([Buffer.from('of a '), Buffer.from('stream')]) } }).done()));
  const long = new Upload({ client, queueSize: 1, params: { Bucket, Key: 'dir/a b', Body: Readable.from([Buffer.alloc(4000000, 'x'), Buffer.alloc(4000000, 'y')]), Metadata: { a: 'b' } } });
  long.on('httpUploadProgress', ({ loaded, part, Key }) => print('progress', loaded, part, Key));
  await attempt('long', async () => { const o = await long.done(); return [o.ETag, o.Bucket, o.Key, Object.keys(o).sort()]; });
  await attempt('head', async () => { const o = await client.send(new HeadObjectCommand({ Bucket, Key: 'dir/a b' })); return [o.ContentLength, o.Metadata]; });
  await attempt('none', () => new Upload({ client, params: { Bucket: own('no-such-bucket'), Key: 'k', Body: 'x' } }).done());
  await attempt('small parts', async () => new Upload({ client, partSize: 5, params: { Bucket, Key: 'k', Body: 'x' } }));
};

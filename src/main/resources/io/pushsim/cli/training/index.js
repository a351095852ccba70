// What functions commonly do, once each: the classes that this needs come into the archive.
const { createHash } = require('crypto');
const { S3Client, CreateBucketCommand, PutObjectCommand, GetObjectCommand, ListObjectsV2Command, HeadObjectCommand, CopyObjectCommand,
  DeleteObjectCommand } = require('@aws-sdk/client-s3');
const s3 = new S3Client({});

class Thumbnail {
  #body;
  static kind = 'thumbnail';
  constructor(body) {
    this.#body = body;
  }
  get sum() {
    return createHash('md5').update(this.#body).digest('hex');
  }
}

async function* parts(text) {
  for (const part of text.split(/\s+/)) {
    yield part.toUpperCase();
  }
}

exports.handler = async (event, context) => {
  const Bucket = 'training';
  const Key = decodeURIComponent('a%20key.txt'.replace(/\+/g, ' '));
  const seen = new Map();
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.from('some text'), ContentType: 'text/plain', Metadata: { by: context.functionName } }));
  const { Body, ...head } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  for await (const part of parts(await Body.transformToString())) {
    seen.set(part, new Thumbnail(part).sum);
  }
  await Promise.all([s3.send(new HeadObjectCommand({ Bucket, Key })), s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/${encodeURIComponent(Key)}` }))]);
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  console.log('%s objects: %j', Contents.length, Contents, head.$metadata, seen, new Date(0).toISOString());
  await s3.send(new DeleteObjectCommand({ Bucket, Key })).catch((error) => console.error(error));
  try {
    await s3.send(new GetObjectCommand({ Bucket, Key: 'none' }));
  } catch (error) {
    console.warn(error.name, error.message);
  }
  await new Promise((resolve) => setTimeout(resolve, 1));
  return [...seen].reduce((all, [name, sum]) => ({ ...all, [name]: sum }), {});
};

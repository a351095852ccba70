module.exports = async ({ print, attempt, own }) => {
  const { S3, PutObjectCommand } = require('@aws-sdk/client-s3');
  const { Readable } = require('stream');
  const s3 = new S3(); const Bucket = own('big-case');
  await s3.createBucket({ Bucket });
  const size = 20 * 1024 * 1024, chunk = Buffer.alloc(256 * 1024, 'x');
  await s3.putObject({ Bucket, Key: 'big', Body: Readable.from((function* () { for (let i = 0; i < 80; i++) yield chunk; })()), ContentLength: size });
  const o = await s3.getObject({ Bucket, Key: 'big' });
  let n = 0; for await (const c of o.Body) n += c.length;
  print(n, o.ETag, o.ChecksumCRC32);
  await s3.putObject({ Bucket, Key: 'big2', Body: Buffer.alloc(size, 'y') });
};

// Reads each object that is uploaded, and writes it in capitals to another bucket, of which it learns in a top-level await.
import { GetObjectCommand, ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});
const { Buckets } = await s3.send(new ListBucketsCommand({}));
const target = Buckets.map((bucket) => bucket.Name).find((name) => name.endsWith('-capitals'));

export const handler = async (event) => {
  for (const { s3: { bucket, object } } of event.Records) {
    const key = decodeURIComponent(object.key.replace(/\+/g, ' '));
    const { Body, ContentType } = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key: key }));
    const text = await Body.transformToString();
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket: target, Key: key, Body: text.toUpperCase(), ContentType }));
    console.info('copied %s of %d bytes to %s', key, object.size, target, ETag);
  }
};

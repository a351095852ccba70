import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export const handler = async (event) => {
  for (const { s3: { bucket, object } } of event.Records) {
    const Key = decodeURIComponent(object.key.replaceAll('+', ' '));
    const source = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key }));
    const text = await source.Body.transformToString();
    await s3.send(new PutObjectCommand({ Bucket: process.env.TARGET, Key: `loud/${Key}`, Body: text.toUpperCase() }));
    console.log(`${bucket.name}/${Key} → ${process.env.TARGET}/loud/${Key}`);
  }
};

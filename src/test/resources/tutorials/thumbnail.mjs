// Makes a small picture of each that is uploaded, with sharp, whose work a native add-on does.
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import sharp from 'sharp';

const s3 = new S3Client({});

export async function handler({ Records: [{ s3: { bucket, object } }] }) {
  const Key = decodeURIComponent(object.key.replaceAll('+', ' '));
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key }));
  const small = await sharp(await Body.transformToByteArray()).resize(200).toBuffer();
  await s3.send(new PutObjectCommand({ Bucket: `${bucket.name}-resized`, Key: `small-${Key}`, Body: small }));
}

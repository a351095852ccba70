import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export const handler = async (event) => {
  const { bucket, object } = event.Records[0].s3;
  await s3.send(new PutObjectCommand({ Bucket: bucket.name, Key: `${object.key}.`, Body: 'again' }));
};

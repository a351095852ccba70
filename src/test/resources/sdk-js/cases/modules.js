module.exports = async ({ print, attempt, own }) => {
  const m = await import('@aws-sdk/client-s3');
  print(typeof m.S3Client, typeof m.PutObjectCommand, typeof m.default.S3, typeof m.GetBucketAclCommand, typeof m.paginateListObjectsV2);
  const { StorageClass, BucketLocationConstraint, Event, ObjectAttributes } = m;
  print(StorageClass.STANDARD, BucketLocationConstraint.us_west_2, Event.s3_ObjectCreated_, ObjectAttributes.ETAG);
  print(require('@aws-sdk/client-s3').S3Client === m.S3Client);
  const s3 = new m.S3Client({ region: 'eu-west-1', maxAttempts: 5 });
  print(await s3.config.region(), await s3.config.maxAttempts(), Object.keys(await s3.config.credentials()).slice(0, 2), s3.config.serviceId);
  const c = new m.GetObjectCommand({ Bucket: 'b', Key: 'k' }); print(c.input, c.constructor.name, c instanceof m.$Command);
  try { s3.send({}); } catch (x) { print(x.name, x.message); }
  await attempt('null', async () => new m.ListBucketsCommand().input);
};

export const handler = async (event) => {
  const { bucket, object } = event.Records[0].s3;
  console.log(`version 1 got ${bucket.name}/${object.key}`);
  return 'hello from version 1';
};

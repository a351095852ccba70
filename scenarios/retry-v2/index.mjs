export const handler = async (event) => {
  const { key } = event.Records[0].s3.object;
  console.log(`version 2 got ${key}`);
  return 'read by version 2';
};

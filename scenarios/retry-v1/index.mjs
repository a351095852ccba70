export const handler = async (event) => {
  const { key } = event.Records[0].s3.object;
  throw new Error(`version 1 cannot read ${key}`);
};

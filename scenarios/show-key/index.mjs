// Tells the object's key as the event has it, and as it really is.
export const handler = async (event) => {
  const { bucket, object } = event.Records[0].s3;
  const key = decodeURIComponent(object.key.replace(/\+/g, ' '));
  console.log(`${bucket.name} has ${key}`);
  return { encoded: object.key, key };
};

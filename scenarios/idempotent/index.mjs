// What was done already: in a real handler a table with conditional writes, for environments come and go.
const done = new Set();

// The same change of the same object has the same sequencer, however often S3 tells of it.
export const handler = async (event) => {
  const { bucket, object } = event.Records[0].s3;
  const change = `${bucket.name}/${object.key} ${object.sequencer}`;
  if (done.has(change)) {
    console.log('seen before');
    return 'nothing to do';
  }
  done.add(change);
  console.log('charged');
  return 'charged once';
};

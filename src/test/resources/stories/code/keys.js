// Remembers the sequencers of each key's events, in the order in which they came.
const sequencers = {};

exports.handler = async (event) => {
  if (event.inOrder) {
    const seen = sequencers[event.inOrder] || [];
    return seen.every((sequencer, i) => i === 0 || seen[i - 1] < sequencer);
  }
  const object = event.Records[0].s3.object;
  const before = (sequencers[object.key] = sequencers[object.key] || []);
  const seen = before.includes(object.sequencer);
  before.push(object.sequencer);
  return { key: object.key, seen };
};

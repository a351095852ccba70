// A handler of the kind that people write for S3: it looks at each record, plans what to make of the object, and
// answers with a manifest. It requires nothing, so that it runs in any JavaScript engine alike.
'use strict';

const ROUTES = [
  { name: 'thumbnail', pattern: /^(?:images|photos)\/(.+)\.(jpe?g|png|webp)$/i, sizes: [64, 256, 1024] },
  { name: 'transcode', pattern: /^videos\/(.+)\.(mp4|mov|mkv)$/i, bitrates: [400, 1200, 4500] },
  { name: 'index', pattern: /^documents\/(\d{4})\/(\d{2})\/(.+)\.(pdf|docx|md)$/i },
  { name: 'ingest', pattern: /^data\/([a-z0-9-]+)\/dt=(\d{4}-\d{2}-\d{2})\/(.+)\.(csv|json|parquet)$/i },
];

const LIMITS = { thumbnail: 25 * 1024 * 1024, transcode: 5 * 1024 ** 3, index: 100 * 1024 * 1024, ingest: 1024 ** 3 };
const seen = new Map();
const MOST_SEEN = 1000;

class RejectedObject extends Error {
  constructor(reason, bucket, key) {
    super(`${reason}: s3://${bucket}/${key}`);
    this.name = 'RejectedObject';
    this.reason = reason;
  }
}

function decodeKey(key) {
  return decodeURIComponent(key.replace(/\+/g, ' '));
}

function extensionOf(key) {
  const dot = key.lastIndexOf('.');
  return dot < 0 ? '' : key.slice(dot + 1).toLowerCase();
}

function parseRecord(record) {
  const {
    eventName, eventTime, awsRegion, s3: { bucket, object },
  } = record;
  const key = decodeKey(object.key);
  return {
    kind: eventName.startsWith('ObjectRemoved') ? 'removed' : 'created',
    time: new Date(eventTime),
    region: awsRegion,
    bucket: bucket.name,
    key,
    extension: extensionOf(key),
    size: object.size ?? 0,
    eTag: (object.eTag ?? '').replaceAll('"', ''),
    versionId: object.versionId ?? 'null',
    sequencer: object.sequencer ?? '0',
  };
}

function compareSequencers(one, other) {
  const length = Math.max(one.length, other.length);
  const left = one.padStart(length, '0');
  const right = other.padStart(length, '0');
  return left < right ? -1 : left > right ? 1 : 0;
}

function isStale(object) {
  const id = `${object.bucket}/${object.key}`;
  const before = seen.get(id);
  if (before !== undefined && compareSequencers(object.sequencer, before) < 0) {
    return true;
  }
  seen.delete(id);
  seen.set(id, object.sequencer);
  if (seen.size > MOST_SEEN) {
    seen.delete(seen.keys().next().value);
  }
  return false;
}

function route(object) {
  for (const candidate of ROUTES) {
    const match = candidate.pattern.exec(object.key);
    if (match !== null) {
      return { ...candidate, groups: match.slice(1) };
    }
  }
  throw new RejectedObject('no route', object.bucket, object.key);
}

function checkSize(object, chosen) {
  if (object.size > LIMITS[chosen.name]) {
    throw new RejectedObject(`larger than ${LIMITS[chosen.name]} bytes`, object.bucket, object.key);
  }
}

const planners = {
  thumbnail: (object, { sizes, groups: [name, extension] }) => sizes.map((size) => ({
    action: 'resize',
    from: `s3://${object.bucket}/${object.key}`,
    to: `s3://${object.bucket}-thumbnails/${name}/${size}.${extension === 'png' ? 'png' : 'jpg'}`,
    size,
  })),
  transcode: (object, { bitrates, groups: [name] }) => bitrates.map((bitrate) => ({
    action: 'transcode',
    from: `s3://${object.bucket}/${object.key}`,
    to: `s3://${object.bucket}-streams/${name}/${bitrate}.m3u8`,
    bitrate,
  })),
  index: (object, { groups: [year, month, name] }) => [{
    action: 'index',
    document: `${year}-${month}-${name}`,
    words: name.split(/[-_. ]+/).filter(Boolean).map((word) => word.toLowerCase()),
  }],
  ingest: (object, { groups: [table, day, part] }) => [{
    action: 'ingest', table: table.replaceAll('-', '_'), partition: { dt: day }, part,
  }],
};

function plan(object) {
  if (object.kind === 'removed') {
    return [{ action: 'forget', key: object.key }];
  }
  const chosen = route(object);
  checkSize(object, chosen);
  return planners[chosen.name](object, chosen);
}

function checksum(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

function describe(object, actions) {
  return {
    bucket: object.bucket,
    key: object.key,
    versionId: object.versionId,
    day: object.time.toISOString().slice(0, 10),
    megabytes: Math.round((object.size / 1048576) * 100) / 100,
    id: checksum(`${object.bucket}/${object.key}@${object.versionId}#${object.eTag}`),
    actions,
  };
}

function summarise(manifest) {
  const byAction = {};
  for (const { actions } of manifest) {
    for (const { action } of actions) {
      byAction[action] = (byAction[action] ?? 0) + 1;
    }
  }
  return Object.entries(byAction)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([action, count]) => `${action}=${count}`)
    .join(' ');
}

async function handleRecord(record) {
  const object = parseRecord(record);
  if (isStale(object)) {
    return { status: 'stale', object };
  }
  try {
    const actions = await Promise.resolve(plan(object));
    return { status: 'planned', object, actions };
  } catch (error) {
    if (error instanceof RejectedObject) {
      return { status: 'rejected', object, reason: error.reason };
    }
    throw error;
  }
}

exports.handler = async (event) => {
  const results = await Promise.all((event.Records ?? []).map(handleRecord));
  const manifest = results
    .filter(({ status }) => status === 'planned')
    .map(({ object, actions }) => describe(object, actions));
  const rejected = results
    .filter(({ status }) => status === 'rejected')
    .map(({ object, reason }) => ({ key: object.key, reason }));
  return {
    planned: manifest.length,
    stale: results.filter(({ status }) => status === 'stale').length,
    rejected,
    summary: summarise(manifest),
    manifest,
  };
};

// Where a command's request goes, as the SDK's rules have it for the endpoints that pushsim answers for.
(function endpoint(exports, internal) {
  'use strict';
  const { notSimulated } = internal('errors');
  const { encode } = internal('sdk/values');
  const { isIP } = internal('addresses');

  const suffix = (region) => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com');

  function baseOf(service, { own, region, tls }) {
    if (own !== undefined) {
      return { protocol: own.protocol ?? 'https:', hostname: own.hostname, port: own.port, path: (own.path ?? '/').replace(/\/$/, ''), query: own.query };
    }
    const name = service === 's3' && region === 'aws-global' ? 's3' : `${service}.${region}`;
    return { protocol: tls ? 'https:' : 'http:', hostname: `${name}.${suffix(region)}`, port: undefined, path: '' };
  }

  // Whether a name can stand before S3's own; where a certificate would have to cover it, without dots.
  function isHostable(bucket, mayHaveDots) {
    const labels = mayHaveDots ? bucket.split('.') : [bucket];
    return bucket.length >= 3 && bucket.length <= 63 && isIP(bucket) === 0 && labels.every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label));
  }

  function checkBucket(bucket) {
    if (typeof bucket !== 'string') {
      return;
    }
    if (bucket.startsWith('arn:')) {
      throw notSimulated(`buckets by ARN in the AWS SDK (${bucket})`);
    }
    if (bucket.includes('/')) {
      throw Object.assign(new Error(`Bucket name shouldn't contain '/', received '${bucket}'`), { name: 'InvalidBucketName' });
    }
  }

  function ofS3(base, { input, config, operation }) {
    const bucket = input.Bucket;
    if (operation.name === 'ListBuckets') {
      return base;
    }
    if (bucket === undefined || bucket === null || bucket === '') {
      throw new Error('No value provided for input HTTP label: Bucket.');
    }
    const isAddress = isIP(base.hostname.replace(/^\[|\]$/g, '')) !== 0;
    if (!config.forcePathStyle && !isAddress && isHostable(bucket, base.protocol === 'http:')) {
      return { ...base, hostname: `${bucket}.${base.hostname}` };
    }
    return { ...base, path: `${base.path}/${encode(bucket)}` };
  }

  function ofSqs(base, { input, config }) {
    if (config.isCustomEndpoint || config.useQueueUrlAsEndpoint === false || typeof input.QueueUrl !== 'string') {
      return base;
    }
    try {
      const { protocol, hostname, port } = new (internal('url').URL)(input.QueueUrl);
      return { ...base, protocol, hostname, port: port === '' ? undefined : Number(port) };
    } catch {
      return base;
    }
  }

  exports.checkBucket = checkBucket;
  // Where a call goes from a base: an endpoint of the program's own, or AWS's in a region.
  exports.from = (service, call, place) => {
    const base = baseOf(service, place);
    return service === 's3' ? ofS3(base, call) : service === 'sqs' ? ofSqs(base, call) : base;
  };

  exports.of = async (service, call) => {
    const { config } = call;
    const own = await config.endpoint?.();
    return exports.from(service, call, { own, region: own === undefined ? await config.region() : undefined, tls: config.tls });
  };
})

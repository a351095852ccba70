// @aws-sdk/s3-request-presigner: addresses that are signed.
(function presigner(exports, internal) {
  'use strict';
  const { run } = internal('sdk/client');
  const { HttpRequest } = internal('sdk/http_request');
  const signer = internal('sdk/signer');

  function addressOf({ protocol, hostname, port, path, query }) {
    return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}?${signer.queryText(query)}`;
  }

  // For version 2 of the SDK, which answers at once.
  exports.signedNow = (client, command, { endpoint, region, credentials, expiresIn, model }) => {
    const { operation } = command.constructor;
    const made = internal('sdk/protocols').of(model).request(model, operation, command.input);
    const own = endpoint === undefined ? undefined : internal('sdk/config').parsed(endpoint);
    const where = internal('sdk/endpoint').from('s3', { input: command.input, config: client.config, operation }, { own, region, tls: client.config.tls });
    const request = new HttpRequest({ ...made, ...where, path: `${where.path}${made.path}`, query: { ...made.query } });
    request.headers.host = request.port === undefined ? request.hostname : `${request.hostname}:${request.port}`;
    return addressOf(signer.presign(request, { credentials, region, service: 's3', expiresIn }));
  };

  // The command goes through the middleware up to where it would be signed and sent.
  exports.getSignedUrl = async function getSignedUrl(client, command, options = {}) {
    const { expiresIn = 900 } = options;
    const middlewares = client.middlewareStack.clone();
    let address;
    middlewares.remove('loggerMiddleware');
    middlewares.remove('httpSigningMiddleware');
    middlewares.remove('deserializerMiddleware');
    middlewares.add(() => async ({ request }) => {
      if (expiresIn > 604800) {
        throw new Error('Signature version 4 presigned URLs must have an expiration date less than one week in the future');
      }
      for (const name of ['content-length', 'user-agent', 'x-amz-user-agent', 'X-Amzn-Trace-Id', 'amz-sdk-invocation-id', 'amz-sdk-request']) {
        delete request.headers[name];
      }
      const [credentials, region] = await Promise.all([client.config.credentials(), options.signingRegion ?? client.config.region()]);
      address = addressOf(signer.presign(request, { ...options, credentials, region, service: options.signingService ?? 's3', expiresIn }));
      return { response: {}, output: { $metadata: {} } };
    }, { step: 'finalizeRequest', priority: 'low', name: 'presignInterceptMiddleware' });
    await run(client, command, {}, middlewares);
    return address;
  };
})

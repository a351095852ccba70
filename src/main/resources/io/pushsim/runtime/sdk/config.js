// A client's configuration: what its program gives, the rest from the environment, as the SDK finds it on Lambda.
(function config(exports, internal) {
  'use strict';
  const { notSimulated } = internal('errors');
  const env = () => internal('environment').variables();
  const refused = ['bucketEndpoint', 'endpointProvider', 'httpAuthSchemes', 'retryStrategy', 'signer', 'useAccelerateEndpoint', 'useArnRegion', 'useDualstackEndpoint',
    'useFipsEndpoint', 'profile'];

  const provider = (value) => (typeof value === 'function' ? async () => value() : async () => value);

  function memoized(provide) {
    let kept;
    return async () => {
      if (kept === undefined || (kept.expiration !== undefined && kept.expiration.getTime() - Date.now() < 300000)) {
        kept = await provide();
      }
      return kept;
    };
  }

  async function credentialsOfEnvironment() {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = env();
    if (!accessKeyId || !secretAccessKey) {
      throw Object.assign(new Error('Could not load credentials from any providers'), { name: 'CredentialsProviderError', tryNextLink: false });
    }
    return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
  }

  function credentialsOf(given) {
    if (given === undefined) {
      return memoized(credentialsOfEnvironment);
    }
    const provide = memoized(provider(given));
    return async () => {
      const credentials = await provide();
      if (typeof credentials?.accessKeyId !== 'string' || typeof credentials.secretAccessKey !== 'string') {
        throw new Error('Resolved credential object is not valid');
      }
      return credentials;
    };
  }

  function regionOf(given) {
    return async () => {
      const region = await provider(given ?? env().AWS_REGION ?? env().AWS_DEFAULT_REGION)();
      if (!region) {
        throw new Error('Region is missing');
      }
      if (!/^[a-z0-9-]{1,63}$/i.test(region)) {
        throw new Error(`Region not accepted: region="${region}" is not a valid hostname component.`);
      }
      return region;
    };
  }

  // Of the environment: for one service, or for all.
  function endpointOfEnvironment(service) {
    const variables = env();
    if (/^true$/i.test(variables.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS ?? '')) {
      return undefined;
    }
    return variables[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || variables.AWS_ENDPOINT_URL || undefined;
  }

  function parsed(endpoint) {
    if (typeof endpoint === 'object' && !(endpoint instanceof internal('url').URL) && endpoint.url === undefined) {
      return endpoint;
    }
    const { hostname, port, protocol, pathname, searchParams } = new (internal('url').URL)(String(endpoint.url ?? endpoint));
    const query = Object.fromEntries(searchParams);
    return { hostname, port: port === '' ? undefined : Number(port), protocol, path: pathname, query: Object.keys(query).length === 0 ? undefined : query };
  }

  function endpointOf(service, given) {
    return async () => {
      const endpoint = await provider(given ?? endpointOfEnvironment(service))();
      return endpoint === undefined || endpoint === '' ? undefined : parsed(endpoint);
    };
  }

  function checked(given) {
    for (const name of refused) {
      if (given[name]) {
        throw notSimulated(`the option ${name} of the AWS SDK's clients`);
      }
    }
    if (given.retryMode !== undefined && given.retryMode !== 'standard') {
      throw notSimulated(`the retryMode '${given.retryMode}' of the AWS SDK's clients`);
    }
    if (given.extensions?.length > 0) {
      throw notSimulated('the option extensions of the AWS SDK\'s clients');
    }
    return given;
  }

  const setting = (given, variable, otherwise) => provider(given ?? (env()[variable]?.toUpperCase() || otherwise));

  function attempts(given) {
    return async () => {
      const value = await provider(given ?? env().AWS_MAX_ATTEMPTS ?? 3)();
      const number = Number(value);
      if (!Number.isInteger(number)) {
        throw new Error(`Max attempts is not a number: ${value}`);
      }
      return Math.max(1, number);
    };
  }

  exports.parsed = parsed;
  exports.of = (service, model, input) => {
    const given = checked(input ?? {});
    const own = given.endpoint ?? endpointOfEnvironment(service);
    return {
      ...given,
      apiVersion: model.metadata.apiVersion,
      serviceId: model.metadata.serviceId,
      region: regionOf(given.region),
      credentials: credentialsOf(given.credentials),
      endpoint: own === undefined ? undefined : endpointOf(service, given.endpoint),
      isCustomEndpoint: own !== undefined,
      tls: given.tls ?? true,
      forcePathStyle: given.forcePathStyle ?? false,
      maxAttempts: attempts(given.maxAttempts),
      retryMode: provider('standard'),
      requestChecksumCalculation: setting(given.requestChecksumCalculation, 'AWS_REQUEST_CHECKSUM_CALCULATION', 'WHEN_SUPPORTED'),
      responseChecksumValidation: setting(given.responseChecksumValidation, 'AWS_RESPONSE_CHECKSUM_VALIDATION', 'WHEN_SUPPORTED'),
      requestHandler: internal('sdk/transport').handlerOf(given.requestHandler),
      logger: given.logger,
    };
  };
})

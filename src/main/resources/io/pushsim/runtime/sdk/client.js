// The clients' common ground: commands, and the way of each through the middleware to its output.
(function client(exports, internal, host, settings) {
  'use strict';
  const { stack } = internal('sdk/middleware');
  const { HttpRequest, HttpResponse } = internal('sdk/http_request');
  const { sendable, lengthOf, isStream } = internal('sdk/body');
  const protocols = internal('sdk/protocols');
  const endpoints = internal('sdk/endpoint');
  const transport = internal('sdk/transport');
  const signer = internal('sdk/signer');
  const checksums = internal('sdk/checksums');
  const agent = 'aws-sdk-js/pushsim';

  class Command {
    constructor(input) {
      this.input = input ?? {};
      Object.defineProperty(this, 'middlewareStack', { value: stack(), writable: true, enumerable: true, configurable: true });
    }
  }

  // --- the SDK's own middleware ---------------------------------------------------------------

  async function serialized(service, model, call) {
    const { input, config, operation } = call;
    const made = protocols.of(model).request(model, operation, input);
    const where = await endpoints.of(service, call);
    return new HttpRequest({
      ...made, protocol: where.protocol, hostname: where.hostname, port: where.port, path: `${where.path}${made.path}`,
      query: { ...where.query, ...made.query }, body: await sendable(made.body), config,
    });
  }

  function addLength(request, operation, config) {
    if (request.body !== undefined && !('content-length' in request.headers)) {
      const length = lengthOf(request.body);
      if (length !== undefined) {
        request.headers['content-length'] = String(length);
      } else {
        request.headers['transfer-encoding'] = 'chunked';
        if (operation.name === 'PutObject' || operation.name === 'UploadPart') {
          (config.logger ?? internal('console').console).warn?.('Are you using a Stream of unknown length as the Body of a PutObject request? Consider using Upload instead from @aws-sdk/lib-storage.');
        }
      }
    }
  }

  function addHeaders(request) {
    const variables = internal('environment').variables();
    request.headers['x-amz-user-agent'] = agent;
    request.headers['user-agent'] = `${agent} os/linux lang/js md/nodejs#${settings.version.slice(1)}`;
    request.headers.host ??= request.port === undefined ? request.hostname : `${request.hostname}:${request.port}`;
    if (variables.AWS_LAMBDA_FUNCTION_NAME && variables._X_AMZN_TRACE_ID) {
      request.headers['X-Amzn-Trace-Id'] ??= variables._X_AMZN_TRACE_ID;
    }
  }

  function readExpires(response) {
    const { expires } = response.headers;
    if (expires !== undefined) {
      response.headers.expiresstring = expires;
      if (Number.isNaN(Date.parse(expires))) {
        delete response.headers.expires;
      }
    }
  }

  function lowered(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  }

  // Of our own code no stack tells. What is left is where the SDK stands on Lambda.
  function placed(error, model) {
    const { serviceId } = model.metadata;
    error.stack = `${error.name}: ${error.message}\n    at async ${serviceId}Client.send (/var/runtime/node_modules/@aws-sdk/client-${model.service}/dist-cjs/index.js)`;
  }

  async function read(model, classes, operation, response) {
    const protocol = protocols.of(model);
    if (!HttpResponse.isInstance(response)) {
      return { $metadata: {} };
    }
    response.headers = lowered(response.headers);
    readExpires(response);
    try {
      if (response.statusCode >= 300) {
        throw await protocol.error(model, classes, response);
      }
      return await protocol.output(model, operation, response, classes);
    } catch (error) {
      placed(error, model);
      Object.defineProperty(error, '$response', { value: response, writable: true, enumerable: false, configurable: true });
      if (error.$metadata === undefined) {
        error.message += '\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.';
        error.$metadata = { httpStatusCode: response.statusCode, requestId: response.headers['x-amzn-requestid'] ?? response.headers['x-amz-request-id'] };
      }
      throw error;
    }
  }

  function told(logger, context, args, result) {
    const { clientName, commandName } = context;
    const { $metadata, ...output } = result.output;
    logger?.info?.({ clientName, commandName, input: args.input, output, metadata: $metadata });
  }

  // The middleware of a service's clients, with the names by which a program's own can stand beside it.
  exports.standard = (service, model, classes) => {
    const own = stack();
    own.add((next, context) => async (args) => {
      const { logger } = context;
      try {
        const result = await next(args);
        told(logger, context, args, result);
        return result;
      } catch (error) {
        logger?.error?.({ clientName: context.clientName, commandName: context.commandName, input: args.input, error, metadata: error.$metadata });
        throw error;
      }
    }, { step: 'initialize', name: 'loggerMiddleware' });
    own.add((next, context) => async (args) => {
      if (service === 's3') {
        endpoints.checkBucket(args.input.Bucket);
      }
      const input = prepared(service, context.operation, args.input, await context.config.region());
      return next({ ...args, request: await serialized(service, model, { input, config: context.config, operation: context.operation }) });
    }, { step: 'serialize', name: 'serializerMiddleware' });
    own.add((next, context) => async (args) => {
      addLength(args.request, context.operation, context.config);
      await checksums.add(context.operation, args.input, args.request, context.config);
      addHeaders(args.request);
      return next(args);
    }, { step: 'build', name: 'contentLengthMiddleware', aliases: ['hostHeaderMiddleware', 'getUserAgentMiddleware', 'flexibleChecksumsMiddleware', 'recursionDetectionMiddleware'] });
    own.add((next, context) => (args) => transport.retried(context.config, args.request, () => next({ ...args, request: args.request })),
      { step: 'finalizeRequest', priority: 'high', name: 'retryMiddleware' });
    own.add((next, context) => async (args) => {
      const request = HttpRequest.clone(args.request);
      if (isStream(request.body)) {
        request.body = args.request.body;
      }
      const [credentials, region] = await Promise.all([context.config.credentials(), context.config.region()]);
      return next({ ...args, request: signer.sign(request, { credentials, region, service }) });
    }, { step: 'finalizeRequest', name: 'httpSigningMiddleware', aliases: ['awsAuthMiddleware'] });
    own.add((next, context) => async (args) => {
      const { response } = await next(args);
      return { response, output: await read(model, classes, context.operation, response) };
    }, { step: 'deserialize', name: 'deserializerMiddleware' });
    return own;
  };

  // A bucket is made in the client's region, unless the command says where.
  function prepared(service, operation, input, region) {
    if (service !== 's3' || operation.name !== 'CreateBucket') {
      return input;
    }
    const { CreateBucketConfiguration: given } = input;
    if (given?.LocationConstraint || given?.Location) {
      return input;
    }
    return region === 'us-east-1' ? input : { ...input, CreateBucketConfiguration: { ...given, LocationConstraint: region } };
  }

  // --- clients --------------------------------------------------------------------------------

  exports.run = async (client, command, options, middlewares = client.middlewareStack) => {
    const context = {
      clientName: client.constructor.clientName, commandName: command.constructor.name, logger: client.config.logger, operation: command.constructor.operation,
      config: client.config,
    };
    const handler = middlewares.concat(command.middlewareStack)
      .resolve(({ request }) => client.config.requestHandler.handle(request, options), context);
    return handler({ input: command.input });
  };

  class Client {
    send(command, optionsOrCallback, callback) {
      if (!(command instanceof Command)) {
        throw new TypeError('command.resolveMiddleware is not a function');
      }
      const options = typeof optionsOrCallback === 'function' ? undefined : optionsOrCallback;
      const told = typeof optionsOrCallback === 'function' ? optionsOrCallback : callback;
      const result = exports.run(this, command, options ?? {}).then(({ output }) => output);
      if (told === undefined) {
        return result;
      }
      result.then((output) => told(null, output), told).catch(() => {});
      return undefined;
    }
    destroy() {
      this.config.requestHandler.destroy?.();
    }
  }

  Object.assign(exports, { Client, Command });
})

// Version 2's clients and requests: methods that take parameters and a callback, or give a request with promise().
(function v2Service(exports, internal) {
  'use strict';
  const { notSimulated } = internal('errors');
  const { nextTick } = internal('loop');
  const models = internal('sdk/model');
  const params = internal('sdk/v2_params');
  const answers = internal('sdk/v2_answers');
  const { Stream } = internal('stream');
  const events = ['success', 'error', 'complete', 'httpUploadProgress', 'httpDownloadProgress'];
  const refused = ['useDualstack', 'useDualstackEndpoint', 'useAccelerateEndpoint', 'useFipsEndpoint', 'customBackoff', 'credentialProvider'];

  // --- a client's settings, as version 3 has them -----------------------------------------------

  function endpointOf(endpoint, sslEnabled) {
    if (endpoint === undefined || endpoint === null || typeof endpoint === 'object') {
      return endpoint?.href;
    }
    return /^\w+:\/\//.test(endpoint) ? endpoint : `${sslEnabled === false ? 'http' : 'https'}://${endpoint}`;
  }

  function settingsOf(config) {
    for (const name of refused) {
      if (config[name]) {
        throw notSimulated(`the option ${name} of the package aws-sdk`);
      }
    }
    return {
      region: config.region, forcePathStyle: config.s3ForcePathStyle, maxAttempts: (config.maxRetries ?? 3) + 1, tls: config.sslEnabled !== false,
      endpoint: endpointOf(config.endpoint, config.sslEnabled), requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { requestTimeout: config.httpOptions?.timeout ?? 120000 },
      credentials: async () => (config.accessKeyId ? config : config.credentials),
    };
  }

  // --- requests -------------------------------------------------------------------------------

  class Request {
    #listeners = Object.fromEntries(events.map((name) => [name, []]));
    #state;
    constructor(service, operation, given) {
      this.service = service;
      this.operation = operation.name[0].toLowerCase() + operation.name.slice(1);
      this.params = { ...service.config.params, ...given };
      this.#state = { operation, sent: false, abort: new (internal('abort').AbortController)() };
    }
    on(name, listener) {
      if (this.#listeners[name] === undefined) {
        throw notSimulated(`the event ${name} of a request of the package aws-sdk`);
      }
      this.#listeners[name].push(listener);
      return this;
    }
    async #ask(raw) {
      const { operation, abort } = this.#state;
      const { model, client, commands } = this.service.v3;
      const given = Object.fromEntries(Object.entries(this.params).filter(([, value]) => value !== undefined && value !== null));
      const fault = this.service.config.paramValidation === false ? undefined : params.fault(model, operation, given);
      if (fault !== undefined) {
        throw fault;
      }
      let output;
      try {
        output = await client.send(new commands[`${operation.name}Command`](given), { abortSignal: abort.signal });
      } catch (caught) {
        throw abort.signal.aborted ? Object.assign(new Error('Request aborted by user'), { code: 'RequestAbortedError', time: new Date(), retryable: false })
          : answers.error(model, caught, this.service.config);
      }
      return raw ? output : answers.output(model, operation, output);
    }
    #begin() {
      if (this.#state.sent) {
        throw new Error('Cannot send a request twice');
      }
      this.#state.sent = true;
    }
    send(callback) {
      this.#begin();
      const response = { request: this, data: null, error: null };
      this.response = response;
      const tell = (name, ...values) => this.#listeners[name].forEach((listener) => listener.apply(response, values));
      const done = (error, data) => nextTick(() => {
        Object.assign(response, { error, data });
        callback?.call(response, error, data);
        tell(error === null ? 'success' : 'error', error === null ? response : error, response);
        tell('complete', response);
      });
      this.#ask(false).then((data) => done(null, data), (error) => done(error, null));
    }
    promise() {
      this.#begin();
      return this.#ask(false).then((data) => {
        Object.defineProperty(data, '$response', { value: { request: this, data, error: null }, enumerable: false });
        return data;
      });
    }
    abort() {
      this.#state.abort.abort();
      return this;
    }
    createReadStream() {
      this.#begin();
      const stream = new Stream.PassThrough();
      this.#ask(true).then(({ Body }) => {
        Body.on('error', (error) => stream.destroy(error));
        Body.pipe(stream);
      }, (error) => stream.destroy(error));
      return stream;
    }
    eachPage() {
      throw notSimulated('eachPage() of a request of the package aws-sdk');
    }
  }

  // --- what S3 has besides --------------------------------------------------------------------

  class ManagedUpload {
    #request;
    constructor({ service, params: given }) {
      this.service = service;
      this.body = given.Body;
      this.#request = service.putObject(given);
    }
    async promise() {
      const data = await this.#request.promise();
      const { Bucket, Key } = this.#request.params;
      const location = new (internal('url').URL)(await this.service.getSignedUrlPromise('getObject', { Bucket, Key }));
      return { ...data, Location: `${location.origin}${location.pathname}`, key: Key, Key, Bucket };
    }
    send(callback) {
      this.promise().then((data) => nextTick(() => callback?.(null, data)), (error) => nextTick(() => callback?.(error)));
    }
    abort() {
      this.#request.abort();
    }
    on(name) {
      if (name !== 'httpUploadProgress') {
        throw notSimulated(`the event ${name} of an upload of the package aws-sdk`);
      }
      return this;
    }
  }

  const presigning = { getObject: 'GetObjectCommand', putObject: 'PutObjectCommand', headObject: 'HeadObjectCommand', deleteObject: 'DeleteObjectCommand', listObjectsV2: 'ListObjectsV2Command' };

  function commandOf(service, operation, given) {
    const { Expires: expiresIn = 900, ...input } = { ...service.config.params, ...given };
    if (presigning[operation] === undefined) {
      throw notSimulated(`getSignedUrl('${operation}') of the package aws-sdk`);
    }
    return [new service.v3.commands[presigning[operation]](input), { expiresIn }];
  }

  const additions = {
    upload(given, options, callback) {
      const upload = new ManagedUpload({ service: this, params: given });
      const told = typeof options === 'function' ? options : callback;
      if (told !== undefined) {
        upload.send(told);
      }
      return upload;
    },
    getSignedUrlPromise(operation, given) {
      const [command, options] = commandOf(this, operation, given);
      return internal('sdk/presigner').getSignedUrl(this.v3.client, command, options);
    },
    getSignedUrl(operation, given, callback) {
      if (callback !== undefined) {
        this.getSignedUrlPromise(operation, given).then((url) => callback(null, url), callback);
        return undefined;
      }
      const [command, options] = commandOf(this, operation, given);
      return internal('sdk/presigner').signedNow(this.v3.client, command, {
        ...options, credentials: this.config.accessKeyId ? this.config : this.config.credentials, region: this.config.region, model: this.v3.model,
        endpoint: endpointOf(this.config.endpoint, this.config.sslEnabled),
      });
    },
    createPresignedPost() {
      throw notSimulated('createPresignedPost() of the package aws-sdk');
    },
  };

  // --- clients --------------------------------------------------------------------------------

  function method(operation) {
    return function (given, callback) {
      const request = new Request(this, operation, typeof given === 'function' ? {} : given);
      const told = typeof given === 'function' ? given : callback;
      if (told !== undefined) {
        request.send(told);
      }
      return request;
    };
  }

  const lower = (name) => name[0].toLowerCase() + name.slice(1);

  const packages = Object.create(null);

  function packageOf(service) {
    packages[service] ??= internal('sdk/service').package(service, 'aws-sdk');
    return packages[service];
  }

  exports.serviceClass = (name, service, AWS) => {
    const made = { [name]: class {
      constructor(options = {}) {
        this.config = { ...AWS.config, ...options };
        const model = models.of(service);
        const commands = packageOf(service);
        const v3 = { model, commands, client: new commands[`${model.metadata.serviceId}Client`](settingsOf(this.config)) };
        Object.defineProperty(this, 'v3', { value: v3, enumerable: false });
      }
    } }[name];
    const model = models.of(service);
    for (const [operation, entry] of Object.entries(model.operations)) {
      entry.name = operation;
      made.prototype[lower(operation)] = method(entry);
    }
    for (const other of model.others) {
      made.prototype[lower(other)] = { [lower(other)]() {
        throw notSimulated(`${lower(other)}() of the package aws-sdk`);
      } }[lower(other)];
    }
    Object.assign(made.prototype, service === 's3' ? additions : {}, {
      makeRequest(operation, given, callback) {
        return this[operation](given, callback);
      },
      waitFor() {
        throw notSimulated('waitFor() of the package aws-sdk');
      },
    });
    if (service === 's3') {
      made.ManagedUpload = ManagedUpload;
    }
    return made;
  };
})

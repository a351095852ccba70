// The package aws-sdk, version 2, of Lambda's older runtimes: over the same models and the same way to the services as version 3.
(function v2(exports, internal) {
  'use strict';
  const { notSimulated } = internal('errors');
  const { serviceClass } = internal('sdk/v2_service');
  const services = { S3: 's3', Lambda: 'lambda', SQS: 'sqs', SNS: 'sns' };

  class Credentials {
    constructor(given, secretAccessKey, sessionToken) {
      Object.assign(this, { expired: false, expireTime: null, refreshCallbacks: [] },
        typeof given === 'object' ? { accessKeyId: given.accessKeyId, sessionToken: given.sessionToken } : { accessKeyId: given, sessionToken });
      Object.defineProperty(this, 'secretAccessKey', { value: typeof given === 'object' ? given.secretAccessKey : secretAccessKey, writable: true, configurable: true });
    }
    get(callback) {
      callback?.();
    }
    getPromise() {
      return Promise.resolve();
    }
    needsRefresh() {
      return false;
    }
  }

  class EnvironmentCredentials extends Credentials {
    constructor(prefix) {
      const variables = internal('environment').variables();
      super(variables[`${prefix}_ACCESS_KEY_ID`], variables[`${prefix}_SECRET_ACCESS_KEY`], variables[`${prefix}_SESSION_TOKEN`]);
      this.envPrefix = prefix;
    }
  }

  class Endpoint {
    constructor(text) {
      const { protocol, hostname, host, port, pathname, href } = new (internal('url').URL)(/^\w+:\/\//.test(text) ? text : `https://${text}`);
      Object.assign(this, { protocol, host, port: Number(port || (protocol === 'https:' ? 443 : 80)), hostname, pathname, path: pathname, href });
    }
  }

  class Config {
    constructor(options = {}) {
      this.update(options);
    }
    update(options = {}) {
      Object.assign(this, options);
    }
    getCredentials(callback) {
      callback(null, this.credentials);
    }
    setPromisesDependency() {}
    loadFromPath() {
      throw notSimulated('AWS.config.loadFromPath() of the package aws-sdk');
    }
  }

  function opened() {
    const { AWS_REGION: region, AWS_DEFAULT_REGION: otherwise } = internal('environment').variables();
    const AWS = { VERSION: '2.1692.0', Config, Credentials, EnvironmentCredentials, Endpoint };
    AWS.config = new Config({ credentials: new EnvironmentCredentials('AWS'), region: region ?? otherwise });
    for (const [name, service] of Object.entries(services)) {
      AWS[name] = serviceClass(name, service, AWS);
    }
    // Of all else the error says which part it is.
    return new Proxy(AWS, {
      get(target, name) {
        if (typeof name === 'string' && !(name in target) && /^[A-Z]/.test(name)) {
          throw notSimulated(`AWS.${name} of the package aws-sdk`);
        }
        return target[name];
      },
    });
  }

  let kept;
  exports.load = (request) => {
    kept ??= opened();
    if (request === 'aws-sdk' || request === 'aws-sdk/global') {
      return kept;
    }
    const found = Object.keys(services).find((name) => request === `aws-sdk/clients/${name.toLowerCase()}`);
    if (found === undefined) {
      throw notSimulated(`${request}, which Lambda's runtime has`);
    }
    return kept[found];
  };
})

// The AWS SDK's packages that are there beside the function's own, as on Lambda: v3 from Node.js 18 on, v2 before.
(function packages(exports, internal, host, settings) {
  'use strict';
  const { notSimulated } = internal('errors');
  const loaded = Object.create(null);
  const clients = { '@aws-sdk/client-s3': 's3', '@aws-sdk/client-lambda': 'lambda', '@aws-sdk/client-sqs': 'sqs', '@aws-sdk/client-sns': 'sns' };
  const isOfSdk = settings.major >= 18 ? /^@(aws-sdk|smithy)\/[\w.-]+(\/|$)/ : /^aws-sdk(\/|$)/;

  const others = {
    '@aws-sdk/s3-request-presigner': () => ({ getSignedUrl: internal('sdk/presigner').getSignedUrl }),
    '@aws-sdk/lib-storage': () => ({ Upload: internal('sdk/upload').Upload }),
    '@smithy/node-http-handler': () => ({ NodeHttpHandler: internal('sdk/transport').NodeHttpHandler }),
    '@smithy/protocol-http': () => ({ ...internal('sdk/http_request') }),
  };

  function opened(name) {
    if (clients[name] !== undefined) {
      return internal('sdk/service').package(clients[name], name);
    }
    if (others[name] !== undefined) {
      return others[name]();
    }
    if (/^aws-sdk(\/|$)/.test(name)) {
      return internal('sdk/v2').load(name);
    }
    throw notSimulated(`the package ${name}, which Lambda's runtime has: deploy it in the function's node_modules, and it is run`);
  }

  // Whether the runtime has a package of that name for functions that bring none.
  exports.has = (request) => isOfSdk.test(request);
  exports.load = (request) => {
    loaded[request] ??= opened(request);
    return loaded[request];
  };
})

// Requests and answers as the SDK's middleware sees them.
(function httpRequest(exports) {
  'use strict';

  class HttpRequest {
    constructor(options = {}) {
      this.method = options.method || 'GET';
      this.hostname = options.hostname || 'localhost';
      this.port = options.port;
      this.query = options.query || {};
      this.headers = options.headers || {};
      this.body = options.body;
      this.protocol = options.protocol ? (options.protocol.endsWith(':') ? options.protocol : `${options.protocol}:`) : 'https:';
      this.path = options.path ? (options.path[0] === '/' ? options.path : `/${options.path}`) : '/';
      this.username = options.username;
      this.password = options.password;
      this.fragment = options.fragment;
    }
    static isInstance(request) {
      return Boolean(request) && ['method', 'protocol', 'hostname', 'path'].every((name) => name in request)
        && typeof request.query === 'object' && typeof request.headers === 'object';
    }
    static clone(request) {
      return new HttpRequest({ ...request, headers: { ...request.headers }, query: { ...request.query } });
    }
    clone() {
      return HttpRequest.clone(this);
    }
  }

  class HttpResponse {
    constructor(options) {
      this.statusCode = options.statusCode;
      this.reason = options.reason;
      this.headers = options.headers || {};
      this.body = options.body;
    }
    static isInstance(response) {
      return Boolean(response) && typeof response.statusCode === 'number' && typeof response.headers === 'object';
    }
  }

  Object.assign(exports, { HttpRequest, HttpResponse });
})

// process.env, whose values are text whatever is assigned, and what the runtime itself reads and writes of it.
(function environment(exports, internal, host, settings) {
  'use strict';
  const own = { ...settings.environment };

  exports.env = new Proxy(own, {
    set(target, name, value) {
      target[name] = typeof name === 'symbol' ? value : String(value);
      return true;
    },
    defineProperty(target, name, descriptor) {
      return Reflect.defineProperty(target, name, { ...descriptor, value: String(descriptor.value) });
    },
  });

  // What stands behind process.env now. A handler may have put another object in its place.
  exports.variables = () => {
    const { env } = internal('process');
    return env === exports.env ? own : env;
  };
})

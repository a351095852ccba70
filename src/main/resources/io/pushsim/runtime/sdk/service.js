// A package of the SDK: a service's client, commands, errors, constants, paginators and waiters, from its model.
(function service(exports, internal) {
  'use strict';
  const { notSimulated } = internal('errors');
  const models = internal('sdk/model');
  const { Client, Command, standard } = internal('sdk/client');
  const configs = internal('sdk/config');
  const exceptions = internal('sdk/exceptions');

  function clientOf(service, model, classes) {
    const name = `${model.metadata.serviceId}Client`;
    const made = { [name]: class extends Client {
      constructor(configuration) {
        super();
        this.config = configs.of(service, model, configuration);
        this.middlewareStack = standard(service, model, classes);
      }
    } }[name];
    return Object.defineProperty(made, 'clientName', { value: name });
  }

  function commandOf(operation) {
    const made = { [`${operation.name}Command`]: class extends Command {} }[`${operation.name}Command`];
    return Object.defineProperty(made, 'operation', { value: operation });
  }

  function refusedCommand(name, packageName) {
    return { [name]: class extends Command {
      constructor() {
        throw notSimulated(`${name} of ${packageName}`);
      }
    } }[name];
  }

  const lower = (name) => name[0].toLowerCase() + name.slice(1);

  // With a method for each command.
  function aggregated(name, client, commands) {
    const made = { [name]: class extends client {} }[name];
    Object.defineProperty(made, 'clientName', { value: client.clientName });
    for (const [command, Class] of Object.entries(commands)) {
      const method = lower(command.slice(0, -'Command'.length));
      made.prototype[method] = async function (input, optionsOrCallback, callback) {
        const options = typeof optionsOrCallback === 'function' ? undefined : optionsOrCallback;
        const told = typeof optionsOrCallback === 'function' ? optionsOrCallback : callback;
        const sent = new Class(input);
        return told === undefined ? this.send(sent, options) : this.send(sent, options ?? {}, told);
      };
    }
    return made;
  }

  function constants(model) {
    const keyed = (list) => Object.fromEntries(list.map((value) => [value.replace(/\./g, '').replace(/\W+/g, '_'), value]));
    return Object.fromEntries(Object.entries(model.enums).map(([name, values]) => [name, Array.isArray(values) ? keyed(values) : values]));
  }

  // --- paginators -----------------------------------------------------------------------------

  const first = (value) => (Array.isArray(value) ? value[0] : value);

  function paginator(client, Class, pages) {
    const input = first(pages.input_token);
    const output = first(pages.output_token);
    const size = pages.limit_key;
    return async function* paginateOperation(config, given, ...options) {
      let token = config.startingToken ?? given[input];
      if (!(config.client instanceof client)) {
        throw new Error(`Invalid client, expected instance of ${client.name}`);
      }
      for (;;) {
        given[input] = token;
        if (size !== undefined) {
          given[size] ??= config.pageSize;
        }
        const command = new Class(given);
        const page = await config.client.send(config.withCommand?.(command) ?? command, ...options);
        yield page;
        const last = token;
        token = page[output];
        if (!token || (config.stopOnSameToken && token === last)) {
          return;
        }
      }
    };
  }

  // ListObjects goes on after the last key, which the SDK does not do by itself.
  function paginators(client, model, commands) {
    return Object.fromEntries(Object.values(model.operations)
      .filter(({ name, pages }) => pages !== undefined && name !== 'ListObjects' && !(model.service === 'lambda' && name === 'GetAccountSettings'))
      .map(({ name, pages }) => [`paginate${name}`, paginator(client, commands[`${name}Command`], pages)]));
  }

  exports.package = (service, packageName) => {
    const model = models.of(service);
    for (const [name, operation] of Object.entries(model.operations)) {
      operation.name = name;
    }
    const classes = exceptions.classes(model);
    const client = clientOf(service, model, classes);
    const offered = Object.fromEntries(Object.values(model.operations).map((operation) => [`${operation.name}Command`, commandOf(operation)]));
    const others = Object.fromEntries(model.others.map((name) => [`${name}Command`, refusedCommand(`${name}Command`, packageName)]));
    const { serviceId } = model.metadata;
    const commands = { ...offered, ...others };
    const pages = paginators(client, model, commands);
    const waiters = internal('sdk/waiters').of(service, client, commands);
    const whole = aggregated(serviceId, client, commands);
    for (const [name, paginate] of Object.entries(pages)) {
      whole.prototype[name] = function (input = {}, configuration, ...rest) {
        return paginate({ ...configuration, client: this }, input, ...rest);
      };
    }
    for (const [name, wait] of Object.entries(waiters)) {
      whole.prototype[name] = async function (input = {}, configuration, ...rest) {
        return wait({ ...(typeof configuration === 'number' ? { maxWaitTime: configuration } : configuration), client: this }, input, ...rest);
      };
    }
    return {
      $Command: Command, __Client: Client, ...commands, [serviceId]: whole, [client.name]: client, [`${serviceId}ServiceException`]: classes.base, ...classes.modeled,
      ...constants(model), ...pages, ...waiters,
    };
  };
})

// The SDK's waiters: a command again and again until a state is reached.
(function waiters(exports, internal) {
  'use strict';
  const { setTimeout } = internal('loop');
  const succeeded = () => 'SUCCESS';
  const again = () => 'RETRY';
  const missing = (...names) => (answer) => (error) => (names.includes(error.name) ? answer : 'FAILURE');

  // By service: the waiter's name, its command, how long it pauses, and what an output and an error mean.
  const table = {
    s3: {
      BucketExists: ['HeadBucket', 5, succeeded, missing('NotFound')('RETRY')],
      BucketNotExists: ['HeadBucket', 5, again, missing('NotFound')('SUCCESS')],
      ObjectExists: ['HeadObject', 5, succeeded, missing('NotFound')('RETRY')],
      ObjectNotExists: ['HeadObject', 5, again, missing('NotFound')('SUCCESS')],
    },
    lambda: {
      FunctionActive: ['GetFunctionConfiguration', 5, ({ State }) => ({ Active: 'SUCCESS', Pending: 'RETRY' })[State] ?? 'FAILURE'],
      FunctionActiveV2: ['GetFunction', 1, ({ Configuration: { State } }) => ({ Active: 'SUCCESS', Pending: 'RETRY' })[State] ?? 'FAILURE'],
      FunctionExists: ['GetFunction', 1, succeeded, missing('ResourceNotFoundException')('RETRY')],
      FunctionUpdated: ['GetFunctionConfiguration', 5, ({ LastUpdateStatus: status }) => ({ Successful: 'SUCCESS', InProgress: 'RETRY' })[status] ?? 'FAILURE'],
      FunctionUpdatedV2: ['GetFunction', 1, ({ Configuration: { LastUpdateStatus: status } }) => ({ Successful: 'SUCCESS', InProgress: 'RETRY' })[status] ?? 'FAILURE'],
      PublishedVersionActive: ['GetFunctionConfiguration', 5, ({ State }) => ({ Active: 'SUCCESS', Pending: 'RETRY' })[State] ?? 'FAILURE'],
    },
  };

  function checkedTimes({ maxWaitTime, minDelay, maxDelay }) {
    if (!(maxWaitTime > 0)) {
      throw new Error('WaiterConfiguration.maxWaitTime must be greater than 0');
    }
    if (maxWaitTime <= minDelay) {
      throw new Error(`WaiterConfiguration.maxWaitTime [${maxWaitTime}] must be greater than WaiterConfiguration.minDelay [${minDelay}] for this waiter`);
    }
    if (maxDelay < minDelay) {
      throw new Error(`WaiterConfiguration.maxDelay [${maxDelay}] must be greater than WaiterConfiguration.minDelay [${minDelay}] for this waiter`);
    }
  }

  async function asked(config, Class, input, [, , onOutput, onError]) {
    try {
      const reason = await config.client.send(new Class(input));
      return { state: onOutput(reason), reason };
    } catch (reason) {
      return { state: onError?.(reason) ?? 'FAILURE', reason };
    }
  }

  const messageOf = ({ $metadata, message }) => `${$metadata?.httpStatusCode ?? 'Unknown'}: ${message ?? 'OK'}`;

  async function polled(config, Class, input, entry) {
    const end = Date.now() + config.maxWaitTime * 1000;
    const observedResponses = {};
    for (let attempt = 1; ; attempt++) {
      const { state, reason } = await asked(config, Class, input, entry);
      observedResponses[messageOf(reason)] = (observedResponses[messageOf(reason)] ?? 0) + 1;
      if (state !== 'RETRY') {
        return { state, reason, final: reason, observedResponses };
      }
      const delay = 1000 * Math.min(config.maxDelay, config.minDelay + Math.random() * (Math.min(config.maxDelay, config.minDelay * 2 ** (attempt - 1)) - config.minDelay));
      if (config.abortSignal?.aborted) {
        return { state: 'ABORTED', observedResponses };
      }
      if (Date.now() + delay > end) {
        return { state: 'TIMEOUT', observedResponses };
      }
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }

  const faults = { ABORTED: ['AbortError', 'Request was aborted'], TIMEOUT: ['TimeoutError', 'Waiter has timed out'] };

  function checked(result) {
    if (result.state === 'SUCCESS') {
      return result;
    }
    const [name, reason] = faults[result.state] ?? [undefined, result.reason];
    const error = new Error(JSON.stringify({ ...result, reason }));
    throw name === undefined ? error : Object.assign(error, { name });
  }

  exports.of = (service, client, commands) => {
    const made = {};
    for (const [name, entry] of Object.entries(table[service] ?? {})) {
      const wait = (config, input) => {
        const whole = { minDelay: entry[1], maxDelay: 120, ...config };
        checkedTimes(whole);
        return polled(whole, commands[`${entry[0]}Command`], input, entry);
      };
      made[`waitFor${name}`] = async (config, input) => wait(config, input);
      made[`waitUntil${name}`] = async (config, input) => checked(await wait(config, input));
    }
    return made;
  };
})

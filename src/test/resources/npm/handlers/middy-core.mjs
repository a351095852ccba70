// @middy/core
import middy from '@middy/core';

const steps = [];
const timing = () => ({
  before: async (request) => void steps.push(`before ${request.event.orders.length}`),
  after: async (request) => {
    request.response.steps = [...steps];
  },
  onError: async (request) => {
    request.response = { statusCode: 422, body: request.error.message, steps: [...steps] };
  },
});

const lambdaHandler = async (event) => {
  console.log('handling', event.orders.length);
  if (event.orders.length === 2) {
    throw new RangeError('two are too few');
  }
  return { statusCode: 200 };
};

const wrapped = middy().use(timing()).before(() => void steps.push('inline')).handler(lambdaHandler);

export const handler = async (event, context) => {
  const good = await wrapped(event, context);
  const bad = await wrapped({ orders: event.orders.slice(0, 2) }, context);
  return { good, bad };
};

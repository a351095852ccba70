// axios
const axios = require('axios');

// Answers without a network.
const adapter = async (config) => {
  const answer = { status: config.url === '/gone' ? 404 : 200, statusText: 'x', headers: new axios.AxiosHeaders({ 'Content-Type': 'application/json' }), config };
  answer.data = JSON.stringify({ method: config.method, url: axios.getUri(config), body: config.data ?? null, accepts: config.headers.get('Accept') });
  if (answer.status === 404) {
    throw new axios.AxiosError('Request failed with status code 404', axios.AxiosError.ERR_BAD_REQUEST, config, {}, answer);
  }
  return answer;
};

exports.handler = async (event) => {
  const client = axios.create({ baseURL: 'https://api.example.com/v1', adapter, headers: { 'X-Event': event.id ?? 'none' } });
  client.interceptors.request.use((config) => {
    config.params = { ...config.params, page: 2 };
    return config;
  });
  client.interceptors.response.use((answer) => ({ ...answer, seen: true }));
  const got = await client.get('/items', { params: { tags: ['a', 'b'], at: new Date(0) } });
  const posted = await client.post('/items', { name: 'Ann', nested: { n: [1] } });
  const form = await client.put('/form', new URLSearchParams({ a: 1, b: 'two words' }));
  const failed = await client.get('/gone').catch((error) => [axios.isAxiosError(error), error.code, error.response.status, error.message]);
  return { got: got.data, seen: got.seen, type: got.headers['content-type'], posted: posted.data, sent: posted.config.headers.get('Content-Type'), form: [form.data, form.config.headers.get('Content-Type')], failed, version: axios.VERSION };
};

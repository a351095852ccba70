const response = await fetch(`http://127.0.0.1:${port}/echo?a=b#hash`, { headers: { 'X-Own': '1' } });
console.log(response.status, response.statusText, response.ok, response.url, response.redirected, response.type);
console.log(await response.json());

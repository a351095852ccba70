const response = await ask({ path: '/headers' });
console.log(response.headers, response.rawHeaders, response.headersDistinct, response.trailers, response.httpVersion, response.complete, response.aborted);

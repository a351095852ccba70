try {
  require('assert').strictEqual('a', 'b', 'own message');
} catch (error) {
  console.log(JSON.stringify(error.message), error.generatedMessage);
}

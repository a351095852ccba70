// xml2js
const { Builder, parseString, parseStringPromise, processors } = require('xml2js');

exports.handler = async (event) => {
  const order = await parseStringPromise(event.xml, { explicitArray: false, mergeAttrs: true, valueProcessors: [processors.parseNumbers] });
  console.log(order);
  const xml = new Builder({ headless: true }).buildObject({ reply: { $: { code: 7 }, text: ['a & b', '<c>'] } });
  console.log(xml);
  const refused = await new Promise((resolve) => parseString('<a><b></a>', (error) => resolve(error?.message)));
  return { order, xml, refused };
};

// fast-xml-parser
const { XMLBuilder, XMLParser, XMLValidator } = require('fast-xml-parser');

exports.handler = async (event) => {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', isArray: (name) => name === 'line' });
  const order = parser.parse(event.xml);
  console.log(order);
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true });
  const xml = builder.build(order);
  console.log(xml);
  return { total: order.order.line.reduce((sum, line) => sum + line['@quantity'] * line.price, 0), xml, broken: XMLValidator.validate('<a><b></a>') };
};

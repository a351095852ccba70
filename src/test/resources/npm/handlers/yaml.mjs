// yaml
import YAML, { parseDocument, stringify } from 'yaml';

export const handler = async (event) => {
  const value = YAML.parse(event.yaml);
  console.log(value);
  const document = parseDocument(event.yaml);
  document.setIn(['service', 'replicas'], 5);
  document.comment = ' changed by a handler';
  const broken = parseDocument('a: [1, 2\nb: 3');
  return {
    value,
    text: String(document),
    folded: stringify({ long: 'word '.repeat(30).trim(), list: [{ a: 1 }, null, 'yes'] }),
    errors: broken.errors.map((error) => [error.code, error.message.split('\n')[0]]),
    many: YAML.parseAllDocuments('---\na: 1\n---\nb: 2\n').map((each) => each.toJS()),
  };
};

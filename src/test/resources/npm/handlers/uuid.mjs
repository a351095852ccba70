// uuid
import { NIL, parse, stringify, v1, v3, v4, v5, v7, validate, version } from 'uuid';

export const handler = async (event) => {
  const namespace = v5(event.domain, v5.DNS);
  console.log('namespace', namespace, v3(event.domain, v3.URL));
  const ids = [v1(), v4(), v7()];
  console.log('versions', ids.map(version), ids.every(validate));
  return {
    order: v5('order-17', namespace),
    shape: v4().replace(/[0-9a-f]/g, 'x'),
    distinct: new Set(Array.from({ length: 50 }, () => v4())).size,
    same: stringify(parse(namespace)) === namespace,
    nil: validate(NIL),
    sorted: v7({ msecs: 1700000000000, random: new Uint8Array(16) }),
  };
};

// Reads an order's number out of its key: orders/1234.json. Of another key it makes nothing.
export const handler = async (event) => {
  const { key } = event.Records[0].s3.object;
  const order = /^orders\/([0-9]+)\.json$/.exec(decodeURIComponent(key));
  if (!order) {
    throw new RangeError(`${key} is no order`);
  }
  return `order ${order[1]} taken`;
};

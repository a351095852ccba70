// Creates and deletes a bucket and prints how the AWS SDK for JavaScript addressed it: the hosts and paths that it called.
//
// Below localhost every name is this machine, but not every machine's resolver knows that, so names are looked up here.
import { Agent } from 'node:http';
import * as s3api from '@aws-sdk/client-s3';

const calls = [];
const lookup = (name, options, found) =>
  options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4);
const s3 = new s3api.S3Client({ requestHandler: { httpAgent: new Agent({ lookup }) } });
s3.middlewareStack.add(
  (next) => (args) => {
    calls.push(`${args.request.method} ${args.request.hostname}${args.request.path}`);
    return next(args);
  },
  { step: 'finalizeRequest' },
);

const bucket = { Bucket: 'addressed' };
await s3.send(new s3api.CreateBucketCommand(bucket));
await s3.send(new s3api.PutBucketNotificationConfigurationCommand({ ...bucket, NotificationConfiguration: {} }));
await s3.send(new s3api.DeleteBucketCommand(bucket));
console.log(JSON.stringify(calls));

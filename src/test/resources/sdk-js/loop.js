// A function that puts another object for each that is put, up to the third; prints the keys whose events reached it.
const { S3, waitUntilObjectExists } = require('@aws-sdk/client-s3');
const { Lambda } = require('@aws-sdk/client-lambda');
const { zipped } = require('./case.js');

const handler = `
const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');
const client = new S3Client();
exports.handler = async ({ Records: [{ s3 }] }) => {
  const number = Number(s3.object.key.slice('loop/'.length));
  if (number < 3) {
    await client.send(new PutObjectCommand({ Bucket: s3.bucket.name, Key: 'loop/' + (number + 1), Body: 'again' }));
  }
};`;

async function main() {
  const [s3, lambda] = [new S3(), new Lambda()];
  const Bucket = 'loop-of-sdk';
  await s3.createBucket({ Bucket });
  const { FunctionArn } = await lambda.createFunction({
    FunctionName: 'loop', Runtime: 'nodejs22.x', Handler: 'index.handler', Role: 'arn:aws:iam::111111111111:role/any', Timeout: 60, MemorySize: 512,
    Code: { ZipFile: zipped({ 'index.js': handler }) },
  });
  await lambda.addPermission({ FunctionName: 'loop', StatementId: 's3', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com', SourceAccount: '111111111111' });
  await s3.putBucketNotificationConfiguration({
    Bucket, NotificationConfiguration: { LambdaFunctionConfigurations: [{ LambdaFunctionArn: FunctionArn, Events: ['s3:ObjectCreated:*'] }] },
  });
  await s3.putObject({ Bucket, Key: 'loop/1' });
  await waitUntilObjectExists({ client: s3, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, { Bucket, Key: 'loop/3' });
  const until = Date.now() + 60000;
  for (;;) {
    const { deliveries } = await (await fetch(`${process.env.AWS_ENDPOINT_URL}/_pushsim/deliveries?bucket=${Bucket}`)).json();
    const keys = deliveries.filter(({ outcome }) => outcome === 'succeeded').map(({ key }) => key).sort();
    if (keys.length === 3 || Date.now() > until) {
      process.stdout.write(JSON.stringify(keys));
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

main();

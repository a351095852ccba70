// Walks through the core of Lambda, S3 and STS with the AWS SDK for JavaScript and prints what came of each step as one JSON object.
//
// Nothing is configured here: endpoint, credentials and region are in the environment. one.zip and two.zip, the function's two packages, lie in the
// working folder.
import { readFile } from 'node:fs/promises';
import * as lambda from '@aws-sdk/client-lambda';
import * as s3api from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const ACCOUNT = '111111111111';
const NAME = 'walked';
const BUCKET = 'walked-bucket';
const ALIAS_ARN = `arn:aws:lambda:us-west-2:${ACCOUNT}:function:${NAME}:`;
const UNMODELLED = new Set(['LambdaServiceException', 'S3ServiceException']);

const functions = new lambda.LambdaClient();
const s3 = new s3api.S3Client();
const steps = {};

const call = (command, parameters) => functions.send(new lambda[`${command}Command`](parameters));
const s3call = (command, parameters) => s3.send(new s3api[`${command}Command`](parameters));

// The error that a call ends with; one without a class of its own in the API model is 'unmodelled'.
async function refused(calling) {
  let error;
  try {
    await calling;
  } catch (e) {
    error = e;
  }
  if (!error?.$metadata?.httpStatusCode) {
    throw new Error('not refused', { cause: error });
  }
  const answer = {
    class: UNMODELLED.has(error.constructor.name) ? 'unmodelled' : error.constructor.name,
    code: error.name,
    status: error.$metadata.httpStatusCode,
    message: error.message,
  };
  for (const extra of ['ArgumentName1', 'ArgumentValue1', 'BucketName']) {
    if (error[extra] !== undefined) {
      answer[extra] = error[extra];
    }
  }
  return answer;
}

async function invoked(parameters) {
  const answer = await call('Invoke', { FunctionName: NAME, ...parameters });
  const log = Buffer.from(answer.LogResult ?? '', 'base64').toString();
  return {
    status: answer.StatusCode,
    version: answer.ExecutedVersion ?? null,
    error: answer.FunctionError ?? null,
    payload: Buffer.from(answer.Payload ?? '').toString(),
    logged: log.split('\n').filter((line) => line.includes('\tINFO\t')).map((line) => line.split('\t')[3]),
  };
}

const notification = (alias) => ({
  Bucket: BUCKET,
  NotificationConfiguration: {
    LambdaFunctionConfigurations: [
      {
        Id: `to-${alias}`,
        LambdaFunctionArn: ALIAS_ARN + alias,
        Events: ['s3:ObjectCreated:*'],
        Filter: { Key: { FilterRules: [{ Name: 'suffix', Value: 'é +&.jpg' }] } },
      },
    ],
  },
});

steps.caller = (await new STSClient().send(new GetCallerIdentityCommand())).Account;
const create = {
  FunctionName: NAME,
  Runtime: 'nodejs22.x',
  Role: `arn:aws:iam::${ACCOUNT}:role/any`,
  Handler: 'index.handler',
  Code: { ZipFile: await readFile('one.zip') },
  Environment: { Variables: { GREETING: 'hello, Grüße' } },
  Tags: { team: 'a' },
};
const created = await call('CreateFunction', create);
steps.created = [created.FunctionArn, created.Version, created.State, created.Environment];
await lambda.waitUntilFunctionActiveV2({ client: functions, maxWaitTime: 60 }, { FunctionName: NAME });
steps.active = (await call('GetFunction', { FunctionName: NAME })).Configuration.State;
steps.existing = await refused(call('CreateFunction', create));
steps.published = (await call('PublishVersion', { FunctionName: NAME })).Version;
await call('UpdateFunctionCode', { FunctionName: NAME, ZipFile: await readFile('two.zip') });
await lambda.waitUntilFunctionUpdatedV2({ client: functions, maxWaitTime: 60 }, { FunctionName: NAME });
steps.publishedNext = (await call('PublishVersion', { FunctionName: NAME })).Version;
for (const [alias, version] of [['PROD', '1'], ['BETA', '2']]) {
  await call('CreateAlias', { FunctionName: NAME, Name: alias, FunctionVersion: version });
}
const weights = { AdditionalVersionWeights: { 1: 0.25 } };
const canary = { FunctionName: NAME, Name: 'CANARY', FunctionVersion: '2', RoutingConfig: weights };
steps.weights = (await call('CreateAlias', canary)).RoutingConfig;
steps.aliases = {};
for await (const page of lambda.paginateListAliases({ client: functions, pageSize: 1 }, { FunctionName: NAME })) {
  page.Aliases.forEach((alias) => { steps.aliases[alias.Name] = alias.FunctionVersion; });
}
const stale = { FunctionName: NAME, Name: 'PROD', RevisionId: '00000000-0000-0000-0000-000000000000' };
steps.staleRevision = await refused(call('UpdateAlias', stale));

const bucket = { Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: 'us-west-2' } };
await s3call('CreateBucket', bucket);
steps.region = (await s3call('HeadBucket', { Bucket: BUCKET })).BucketRegion;
steps.beforeGrant = await refused(s3call('PutBucketNotificationConfiguration', notification('PROD')));
steps.noPolicy = await refused(call('GetPolicy', { FunctionName: NAME, Qualifier: 'PROD' }));
const granted = await call('AddPermission', {
  FunctionName: NAME,
  Qualifier: 'PROD',
  StatementId: '1',
  Principal: 's3.amazonaws.com',
  Action: 'lambda:InvokeFunction',
  SourceArn: `arn:aws:s3:::${BUCKET}`,
  SourceAccount: ACCOUNT,
});
steps.granted = JSON.parse(granted.Statement);
await s3call('PutBucketNotificationConfiguration', notification('PROD'));
steps.otherAlias = await refused(s3call('PutBucketNotificationConfiguration', notification('BETA')));
const configuration = await s3call('GetBucketNotificationConfiguration', { Bucket: BUCKET });
steps.configuration = configuration.LambdaFunctionConfigurations;
steps.noBucket = await refused(s3call('GetBucketNotificationConfiguration', { Bucket: 'nowhere-at-all' }));
steps.sameBucket = await refused(s3call('CreateBucket', bucket));

steps.prod = await invoked({ Qualifier: 'PROD', Payload: JSON.stringify({ name: 'é' }), LogType: 'Tail' });
steps.beta = await invoked({ Qualifier: 'BETA', Payload: JSON.stringify({ name: 'b' }), LogType: 'Tail' });
const thrown = await invoked({ Payload: JSON.stringify({ fail: true }) });
steps.thrown = [thrown.status, thrown.error, JSON.parse(thrown.payload).errorType];
steps.dryRun = await invoked({ InvocationType: 'DryRun' });
steps.asEvent = await invoked({ InvocationType: 'Event', Payload: '{}' });
steps.missingAlias = await refused(call('Invoke', { FunctionName: NAME, Qualifier: 'NONE' }));
steps.badPayload = (await refused(call('Invoke', { FunctionName: NAME, Payload: '{' }))).code;
steps.badRuntime = (await refused(call('UpdateFunctionConfiguration', { FunctionName: NAME, Runtime: 'cobol' }))).code;
steps.badPackage = await refused(call('UpdateFunctionCode', { FunctionName: NAME, ZipFile: Buffer.from('no zip') }));
steps.badName = (await refused(call('GetFunction', { FunctionName: 'no!' }))).code;
const url = { FunctionName: NAME, AuthType: 'NONE' };
steps.notSimulated = await refused(call('CreateFunctionUrlConfig', url));

await call('DeleteFunction', { FunctionName: NAME });
await s3call('DeleteBucket', { Bucket: BUCKET });
steps.deleted = await refused(call('GetFunction', { FunctionName: NAME }));

console.log(JSON.stringify(steps, null, 2));

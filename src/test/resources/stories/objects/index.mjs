// What a function asks of S3 in a story, operation by operation.
import {
  CopyObjectCommand, DeleteObjectCommand, DeleteObjectsCommand, GetBucketAclCommand, GetObjectCommand, HeadObjectCommand, ListObjectsCommand, ListObjectsV2Command,
  ListPartsCommand, PutObjectCommand, S3Client,
} from '@aws-sdk/client-s3';

const s3 = new S3Client({});
const Bucket = 'results';
const keys = (page) => page.Contents?.map(({ Key }) => Key);
const refused = async (command) => {
  try {
    await s3.send(command());
    return 'was taken';
  } catch (error) {
    return error.name;
  }
};

export const handler = async () => {
  for (const Key of ['a/1', 'a/2', 'b c', 'd']) {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: `body of ${Key}`, ContentType: 'text/plain', Metadata: { color: 'red' } }));
  }
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'b c' }));
  console.log('head', head.ContentLength, head.ContentType, head.Metadata, head.LastModified.toISOString());
  const range = await s3.send(new GetObjectCommand({ Bucket, Key: 'b c', Range: 'bytes=-3' }));
  console.log('range', range.ContentRange, await range.Body.transformToString());
  console.log('range', await refused(() => new GetObjectCommand({ Bucket, Key: 'b c', Range: 'bytes=90-' })));
  console.log('conditions', await refused(() => new GetObjectCommand({ Bucket, Key: 'd', IfMatch: '"other"' })), await refused(() => new PutObjectCommand({ Bucket, Key: 'd', IfNoneMatch: '*' })));
  const folders = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' }));
  console.log('folders', folders.CommonPrefixes, keys(folders), folders.KeyCount);
  const first = await s3.send(new ListObjectsV2Command({ Bucket, MaxKeys: 3 }));
  const rest = await s3.send(new ListObjectsV2Command({ Bucket, ContinuationToken: first.NextContinuationToken }));
  console.log('pages', first.IsTruncated, keys(first), rest.IsTruncated, keys(rest));
  console.log('old list', keys(await s3.send(new ListObjectsCommand({ Bucket, Prefix: 'a/', Marker: 'a/1' }))));
  await s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/b%20c` }));
  const copy = await s3.send(new GetObjectCommand({ Bucket, Key: 'copy' }));
  console.log('copy', await copy.Body.transformToString(), copy.Metadata);
  console.log('copy to itself', await refused(() => new CopyObjectCommand({ Bucket, Key: 'd', CopySource: `${Bucket}/d` })));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'd' }));
  const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'a/1' }, { Key: 'none' }] } }));
  console.log('deleted', Deleted, keys(await s3.send(new ListObjectsV2Command({ Bucket }))));
  console.log('missing', await refused(() => new GetObjectCommand({ Bucket, Key: 'none' })), await refused(() => new GetObjectCommand({ Bucket: 'nowhere', Key: 'a' })));
  console.log('another owner', await refused(() => new GetObjectCommand({ Bucket, Key: 'copy', ExpectedBucketOwner: '999999999999' })));
  console.log('not there', await refused(() => new ListPartsCommand({ Bucket, Key: 'a', UploadId: 'b' })), await refused(() => new GetObjectCommand({ Bucket, Key: 'copy', VersionId: 'x' })));
  console.log('not there', await refused(() => new GetBucketAclCommand({ Bucket })));
};

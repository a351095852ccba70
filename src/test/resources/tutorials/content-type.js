// Tells the callback of what type the uploaded object is.
const { HeadObjectCommand, S3 } = require('@aws-sdk/client-s3');

const s3 = new S3({ region: process.env.AWS_REGION });

exports.handler = (event, context, callback) => {
  const { bucket, object } = event.Records[0].s3;
  const Key = decodeURIComponent(object.key.replace(/\+/g, ' '));
  s3.send(new HeadObjectCommand({ Bucket: bucket.name, Key }), (error, head) => {
    if (error) {
      callback(error);
      return;
    }
    console.log('told of a %s', head.ContentType);
    callback(null, head.ContentType);
  });
};

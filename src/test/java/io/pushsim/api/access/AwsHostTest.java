package io.pushsim.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsHostTest {

  @ParameterizedTest
  @CsvSource({
    "s3.amazonaws.com, s3.amazonaws.com,",
    "S3.us-west-2.amazonaws.com, s3.us-west-2.amazonaws.com,",
    "s3-eu-west-1.amazonaws.com, s3-eu-west-1.amazonaws.com,",
    "s3.dualstack.eu-central-1.amazonaws.com, s3.dualstack.eu-central-1.amazonaws.com,",
    "examplebucket.s3.amazonaws.com, s3.amazonaws.com, examplebucket",
    "my.own.bucket.s3.us-gov-west-1.amazonaws.com, s3.us-gov-west-1.amazonaws.com, my.own.bucket"
  })
  void tellsTheBucketBeforeS3(String host, String domain, String bucket) {
    assertThat(AwsHost.of(host)).contains(new AwsHost("s3", domain, Optional.ofNullable(bucket)));
  }

  @ParameterizedTest
  @CsvSource({
    "lambda.us-west-2.amazonaws.com, lambda",
    "sqs.eu-central-1.amazonaws.com, sqs",
    "sts.amazonaws.com, sts",
    "dynamodb.us-east-1.amazonaws.com, dynamodb"
  })
  void tellsTheService(String host, String service) {
    assertThat(AwsHost.of(host).map(AwsHost::service)).contains(service);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amazonaws.com",
        "example.com",
        "amazonaws.com.example.com",
        "evilamazonaws.com",
        "ec2-1-2-3-4.us-west-2.compute.amazonaws.com",
        "a.lambda.us-west-2.amazonaws.com",
        ".s3.amazonaws.com",
        "localhost"
      })
  void knowsNoOther(String host) {
    assertThat(AwsHost.of(host)).isEmpty();
  }

  @Test
  void takesNoMoreThanAHost() {
    assertThat(AwsHost.of("s3.amazonaws.com:443")).isEmpty();
  }
}

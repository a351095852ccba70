package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.testing.TestResource;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bucket's notification configuration, put and read with the real AWS CLI. */
@Tag("one-jdk")
@Timeout(300)
class BucketNotificationIT extends ServedCli {
  private static final String UNABLE =
      "Unable to validate the following destination configurations";

  /** A function of which version 1 is behind the aliases, and nobody may invoke them yet. */
  private static void createAliases(AwsCli aws, String... aliases) {
    aws.write("code.zip", Zips.ofHandler("1"));
    aws.answer(
        "lambda",
        "create-function",
        "--function-name",
        "pushed",
        "--zip-file",
        "fileb://code.zip",
        "--role",
        "arn:aws:iam::111111111111:role/any",
        "--handler",
        "index.handler",
        "--runtime",
        "nodejs22.x",
        "--publish");
    for (String alias : aliases) {
      aws.answer(
          "lambda",
          "create-alias",
          "--function-name",
          "pushed",
          "--name",
          alias,
          "--function-version",
          "1");
    }
  }

  private static void grant(AwsCli aws, String alias, String bucket, String bucketOwner) {
    aws.answer(
        "lambda",
        "add-permission",
        "--function-name",
        "pushed",
        "--qualifier",
        alias,
        "--statement-id",
        "s3",
        "--principal",
        "s3.amazonaws.com",
        "--action",
        "lambda:InvokeFunction",
        "--source-arn",
        "arn:aws:s3:::" + bucket,
        "--source-account",
        bucketOwner);
  }

  private static void createBucket(AwsCli aws, String bucket) {
    aws.answer(
        "s3api",
        "create-bucket",
        "--bucket",
        bucket,
        "--create-bucket-configuration",
        "LocationConstraint=us-west-2");
  }

  private static String[] put(String bucket, String configuration, String... more) {
    String[] arguments = {
      "s3api",
      "put-bucket-notification-configuration",
      "--bucket",
      bucket,
      "--notification-configuration",
      configuration
    };
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return all;
  }

  private static String naming(String account, String qualifier) {
    return """
        {"LambdaFunctionConfigurations": [{
          "Id": "images",
          "LambdaFunctionArn": "arn:aws:lambda:us-west-2:%s:function:pushed:%s",
          "Events": ["s3:ObjectCreated:*", "s3:ObjectRemoved:Delete"],
          "Filter": {"Key": {"FilterRules": [
            {"Name": "prefix", "Value": "in & out/"}, {"Name": "suffix", "Value": ".jpg"}]}}}]}
        """
        .formatted(account, qualifier);
  }

  private static JsonNode configuration(AwsCli aws, String bucket) {
    return aws.answer("s3api", "get-bucket-notification-configuration", "--bucket", bucket);
  }

  @Test
  void readsWhatWasPut_andNothingOnceItIsCleared() {
    AwsCli aws = account("400000000001");
    createAliases(aws, "PROD");
    createBucket(aws, "put-and-read");
    assertThat(configuration(aws, "put-and-read")).isEmpty();
    grant(aws, "PROD", "put-and-read", "400000000001");

    String wanted = naming("400000000001", "PROD");
    aws.answer(put("put-and-read", wanted));

    // S3 writes the names of the rules in its own way.
    assertThat(configuration(aws, "put-and-read"))
        .isEqualTo(
            TestResource.json(
                wanted.replace("\"prefix\"", "\"Prefix\"").replace("\"suffix\"", "\"Suffix\"")));
    aws.answer(put("put-and-read", "{}"));
    assertThat(configuration(aws, "put-and-read")).isEmpty();
  }

  @Test
  void takesTheOldForm() {
    AwsCli aws = account("400000000002");
    createAliases(aws, "PROD");
    createBucket(aws, "old-form");
    String arn = "arn:aws:lambda:us-west-2:400000000002:function:pushed:PROD";
    String[] put = {
      "s3api",
      "put-bucket-notification",
      "--bucket",
      "old-form",
      "--notification-configuration",
      """
      {"CloudFunctionConfiguration":
        {"Id": "old", "CloudFunction": "%s", "Events": ["s3:ObjectCreated:Put"]}}
      """
          .formatted(arn)
    };

    assertThat(aws.refusal(put)).contains("(InvalidArgument)", UNABLE);
    grant(aws, "PROD", "old-form", "400000000002");
    aws.answer(put);

    JsonNode read = configuration(aws, "old-form").at("/LambdaFunctionConfigurations/0");
    assertThat(read.path("LambdaFunctionArn").textValue()).isEqualTo(arn);
    assertThat(read.path("Id").textValue()).isEqualTo("old");
    assertThat(
            aws.answer("s3api", "get-bucket-notification", "--bucket", "old-form")
                .at("/CloudFunctionConfiguration/CloudFunction")
                .textValue())
        .isEqualTo(arn);
  }

  @Test
  void asksForTheBucketsOwner_whenTheFunctionIsAnotherAccounts() {
    AwsCli functions = account("400000000003");
    AwsCli buckets = account("400000000004");
    createAliases(functions, "THEIRS", "OURS");
    createBucket(buckets, "across-accounts");
    grant(functions, "THEIRS", "across-accounts", "400000000004");
    grant(functions, "OURS", "across-accounts", "400000000003");

    assertThat(buckets.refusal(put("across-accounts", naming("400000000003", "OURS"))))
        .contains("(InvalidArgument)", UNABLE);
    buckets.answer(put("across-accounts", naming("400000000003", "THEIRS")));

    assertThat(configuration(buckets, "across-accounts").at("/LambdaFunctionConfigurations"))
        .hasSize(1);
    assertThat(
            functions.refusal(
                "s3api", "get-bucket-notification-configuration", "--bucket", "across-accounts"))
        .contains("(AccessDenied)");
    assertThat(
            functions.refusal(
                "s3api",
                "create-bucket",
                "--bucket",
                "across-accounts",
                "--create-bucket-configuration",
                "LocationConstraint=us-west-2"))
        .contains("(BucketAlreadyExists)");
  }

  @Test
  void looksAtNoDestination_whenToldNotTo() {
    AwsCli aws = account("400000000005");
    createBucket(aws, "unvalidated");

    aws.answer(put("unvalidated", naming("400000000005", "PROD"), "--skip-destination-validation"));

    assertThat(configuration(aws, "unvalidated").at("/LambdaFunctionConfigurations")).hasSize(1);
    assertThat(
            aws.refusal(
                put(
                    "unvalidated",
                    naming("400000000005", "PROD"),
                    "--skip-destination-validation",
                    "--expected-bucket-owner",
                    "999999999999")))
        .contains("(AccessDenied)");
  }

  @Test
  void speaksLikeS3_whenTheBucketIsNotThere() {
    AwsCli aws = account("400000000006");

    assertThat(aws.refusal("s3api", "get-bucket-notification-configuration", "--bucket", "nowhere"))
        .contains("(NoSuchBucket)", "The specified bucket does not exist");
    assertThat(aws.refusal("s3api", "head-bucket", "--bucket", "nowhere")).contains("(404)");
    createBucket(aws, "here-and-gone");
    assertThat(aws.answer("s3api", "list-buckets", "--query", "Buckets[].Name").toString())
        .isEqualTo("[\"here-and-gone\"]");
    aws.answer("s3api", "head-bucket", "--bucket", "here-and-gone");
    aws.answer("s3api", "delete-bucket", "--bucket", "here-and-gone");
    assertThat(aws.answer("s3api", "list-buckets", "--query", "Buckets[].Name")).isEmpty();
  }
}

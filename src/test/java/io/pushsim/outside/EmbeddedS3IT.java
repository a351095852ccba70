package io.pushsim.outside;

import static io.pushsim.outside.EmbeddedProcess.noise;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Objects in pushsim's own buckets, with the real AWS CLI. Each test has an account of its own on
 * one served process.
 */
@Tag("one-jdk")
@Timeout(300)
class EmbeddedS3IT {
  private static EmbeddedProcess served;

  @TempDir private Path folder;

  @BeforeAll
  static void serve() {
    OutsideTool.AWS_CLI.demand();
    served = new EmbeddedProcess();
  }

  @AfterAll
  static void stop() {
    if (served != null) {
      served.close();
    }
  }

  private AwsCli cli(String account) {
    return new AwsCli(new Caller(served.endpoint(), account, "us-west-2"), folder);
  }

  @Test
  void runsProdsVersionOnAnObject_andDeniesBeta() {
    AwsCli aws = cli("500000000001");
    aws.write("one.zip", Zips.ofHandler("'one ' + event.Records[0].s3.object.key"));
    aws.write("two.zip", Zips.ofHandler("'two'"));
    for (String line :
        List.of(
            "aws lambda create-function --function-name pushed --zip-file fileb://one.zip --role arn:aws:iam::500000000001:role/any --handler index.handler --runtime nodejs22.x --publish",
            "aws lambda create-alias --function-name pushed --name PROD --function-version 1",
            "aws lambda wait function-updated --function-name pushed",
            "aws lambda update-function-code --function-name pushed --zip-file fileb://two.zip --publish",
            "aws lambda create-alias --function-name pushed --name BETA --function-version 2",
            "aws s3 mb s3://five-photos",
            "aws lambda add-permission --function-name pushed --qualifier PROD --statement-id s3 --principal s3.amazonaws.com --action lambda:InvokeFunction --source-arn arn:aws:s3:::five-photos --source-account 500000000001",
            "aws s3api put-bucket-notification-configuration --bucket five-photos --skip-destination-validation --notification-configuration '%s'"
                .formatted(
                    """
                    {"LambdaFunctionConfigurations": [
                      {"Id": "prod", "LambdaFunctionArn": "arn:aws:lambda:us-west-2:500000000001:function:pushed:PROD",
                       "Events": ["s3:ObjectCreated:*"], "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "in/"}]}}},
                      {"Id": "beta", "LambdaFunctionArn": "arn:aws:lambda:us-west-2:500000000001:function:pushed:BETA",
                       "Events": ["s3:ObjectRemoved:*"]}]}
                    """))) {
      assertThat(aws.runLine(line).exitCode()).as(line).isZero();
    }
    aws.write("a b.jpg", noise(1000));

    aws.runLine("aws s3 cp 'a b.jpg' s3://five-photos/in/");
    aws.runLine("aws s3 rm 's3://five-photos/in/a b.jpg'");
    served.own("settled");

    JsonNode deliveries = served.own("deliveries?bucket=five-photos").path("deliveries");
    JsonNode beta = deliveries.path(0);
    assertThat(beta.path("outcome").textValue()).isEqualTo("denied");
    assertThat(beta.path("target").textValue()).endsWith(":BETA");
    JsonNode prod = deliveries.path(1);
    assertThat(prod.path("executedVersion").textValue()).isEqualTo("1");
    assertThat(prod.at("/attempts/0/result").textValue()).isEqualTo("one in/a+b.jpg");
  }

  @Test
  void servesTheCli() throws IOException {
    AwsCli aws = cli("500000000002");
    aws.write("small.txt", "hello".getBytes(StandardCharsets.UTF_8));
    aws.write("large.bin", noise(12_000_000));
    for (String line :
        List.of(
            "aws s3 mb s3://five-cli",
            "aws s3 cp small.txt s3://five-cli/in/small.txt --metadata colour=red --content-type text/x-test",
            "aws s3 cp large.bin s3://five-cli/in/large.bin",
            "aws s3 cp s3://five-cli/in/small.txt s3://five-cli/copy.txt",
            "aws s3 mv s3://five-cli/copy.txt 's3://five-cli/ü + %20.txt'",
            "aws s3 cp s3://five-cli/in/large.bin back.bin",
            "aws s3 cp 's3://five-cli/ü + %20.txt' back.txt",
            "mkdir -p tree/a && cp small.txt tree/a/ && cp small.txt tree/ && aws s3 sync tree s3://five-cli/tree",
            "aws s3 rm --recursive s3://five-cli/in/")) {
      assertThat(aws.runLine(line).exitCode()).as(line).isZero();
    }

    assertThat(folder.resolve("back.bin")).hasBinaryContent(noise(12_000_000));
    assertThat(Files.readString(folder.resolve("back.txt"))).isEqualTo("hello");
    assertThat(
            aws.answer(
                "s3api", "list-objects-v2", "--bucket", "five-cli", "--query", "Contents[].Key"))
        .hasToString("[\"tree/a/small.txt\",\"tree/small.txt\",\"ü + %20.txt\"]");
    assertThat(served.events("five-cli"))
        .contains(
            "ObjectCreated:Put in/small.txt",
            "ObjectCreated:CompleteMultipartUpload in/large.bin",
            "ObjectCreated:Copy copy.txt",
            "ObjectCreated:Copy ü + %20.txt",
            "ObjectRemoved:Delete copy.txt",
            "ObjectRemoved:Delete in/large.bin")
        .noneMatch(event -> event.contains("s3proxy"));
    assertThat(aws.refusal("s3", "rb", "s3://five-cli")).contains("(BucketNotEmpty)");
    assertThat(aws.runLine("aws s3 rb --force s3://five-cli").exitCode()).isZero();
    assertThat(aws.refusal("s3api", "head-bucket", "--bucket", "five-cli")).contains("(404)");
  }

  @Test
  void refusesTheCliByName_whatThereIsNot() {
    AwsCli aws = cli("500000000003");
    aws.answer(
        "s3api",
        "create-bucket",
        "--bucket",
        "five-not",
        "--create-bucket-configuration",
        "LocationConstraint=us-west-2");
    aws.write("small.txt", new byte[5]);
    String[] put = {
      "s3api", "put-object", "--bucket", "five-not", "--key", "k", "--body", "small.txt"
    };

    for (Map.Entry<String, String> more :
        Map.of("--tagging", "a=b", "--acl", "public-read", "--server-side-encryption", "aws:kms")
            .entrySet()) {
      List<String> line = new ArrayList<>(List.of(put));
      line.add(more.getKey());
      line.add(more.getValue());
      assertThat(aws.refusal(line.toArray(String[]::new)))
          .contains("(NotImplemented)", "PutObject", more.getValue());
    }
    assertThat(aws.refusal("s3api", "get-object-tagging", "--bucket", "five-not", "--key", "k"))
        .contains("(NotImplemented)", "GetObjectTagging is not simulated");
    assertThat(aws.refusal("s3api", "get-bucket-policy", "--bucket", "five-not"))
        .contains("(NotImplemented)", "GetBucketPolicy is not simulated");
    assertThat(served.events("five-not")).isEmpty();
  }

  @Test
  void readsCodeFromABucket() {
    AwsCli aws = cli("500000000011");
    aws.write("code.zip", Zips.ofHandler("'from the bucket'"));
    for (String line :
        List.of(
            "aws s3 mb s3://five-code",
            "aws s3 cp code.zip s3://five-code/v/code.zip",
            "aws lambda create-function --function-name f --code S3Bucket=five-code,S3Key=v/code.zip --role arn:aws:iam::500000000011:role/any --handler index.handler --runtime nodejs22.x",
            "aws lambda invoke --function-name f out.json")) {
      assertThat(aws.runLine(line).exitCode()).as(line).isZero();
    }

    assertThat(aws.read("out.json")).isEqualTo("\"from the bucket\"");
    assertThat(
            aws.refusal(
                "lambda",
                "update-function-code",
                "--function-name",
                "f",
                "--s3-bucket",
                "five-code",
                "--s3-key",
                "none.zip"))
        .contains("S3 Error Code: NoSuchKey");
  }
}

package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.cli.Cli;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.OutsideTool;
import io.pushsim.testing.SdkClients;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code pushsim load --target s3} with versitygw, whose events tell no id of their requests. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersitygwLoadIT {
  private static final String STORY =
      """
      name: A load through versitygw
      account: "111111111111"
      region: us-east-1
      buckets: { loadbucket: {} }
      steps:
        - CreateFunction:
            FunctionName: hello
            Runtime: nodejs22.x
            Handler: index.handler
            Role: arn:aws:iam::111111111111:role/r
            Code: { Path: code }
            Publish: true
        - CreateAlias: { FunctionName: hello, Name: PROD, FunctionVersion: "1" }
        - AddPermission:
            FunctionName: hello
            Qualifier: PROD
            StatementId: s3
            Principal: s3.amazonaws.com
            Action: lambda:InvokeFunction
            SourceArn: arn:aws:s3:::loadbucket
            SourceAccount: "111111111111"
        - PutBucketNotificationConfiguration:
            Bucket: loadbucket
            NotificationConfiguration:
              LambdaFunctionConfigurations:
                - LambdaFunctionArn: arn:aws:lambda:us-east-1:111111111111:function:hello:PROD
                  Events: ["s3:ObjectCreated:*"]
        - PutObject: { Bucket: loadbucket, Key: in/a.txt, Body: hello }
      """;

  private Path scenario;
  private ServerProcess server;
  private LiveServer pushsim;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    OutsideTool.VERSITYGW.demand();
    scenario = Files.writeString(folder.resolve("story.yaml"), STORY);
    Files.createDirectory(folder.resolve("code"));
    Files.writeString(
        folder.resolve("code").resolve("index.js"),
        "exports.handler = async (event) => event.Records[0].s3.object.size;");
    int port = ServerProcess.freePort();
    pushsim =
        LiveServer.with(
            S3FrontWorld.before(
                ServeSettings.onFreePort(), port, Versitygw.ACCESS_KEY, Versitygw.SECRET_KEY),
            scenario);
    server =
        Versitygw.start(
            Files.createDirectory(folder.resolve("versitygw")),
            port,
            pushsim.endpoint() + "/_pushsim/events");
    try (S3Client s3 =
        new SdkClients(server.endpoint(), "us-east-1", Versitygw.ACCESS_KEY, Versitygw.SECRET_KEY)
            .configured(S3Client.builder().forcePathStyle(true))
            .build()) {
      s3.createBucket(request -> request.bucket("loadbucket"));
    }
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
    if (pushsim != null) {
      pushsim.close();
    }
  }

  @Test
  void loadsItThroughPushsim() {
    assertLoads("--s3", pushsim.endpoint().toString());
  }

  @Test
  void loadsItPastPushsim_whichItTells() {
    assertLoads("--s3", server.endpoint().toString(), "--pushsim", pushsim.endpoint().toString());
  }

  private void assertLoads(String... where) {
    Cli run =
        Cli.run(
            Stream.of(
                    new String[] {
                      "load",
                      scenario.toString(),
                      "--target",
                      "s3",
                      "--s3-access-key",
                      Versitygw.ACCESS_KEY,
                      "--s3-secret-key",
                      Versitygw.SECRET_KEY,
                      "--rate",
                      "50",
                      "--duration",
                      "1s",
                      "--warmup",
                      "0s",
                      "--arrivals",
                      "even",
                      "--drain",
                      "60s",
                      "--payload",
                      "2KiB",
                      "--threshold",
                      "errors==0",
                      "--format",
                      "json"
                    },
                    where)
                .flatMap(Stream::of)
                .toArray(String[]::new));

    assertThat(run.out()).as(run.err()).isNotEmpty();
    JsonNode report = TestResource.json(run.out());
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(report.at("/counts/sent").intValue()).isEqualTo(50);
    assertThat(report.at("/counts/ended").intValue()).as(run.out()).isEqualTo(50);
    assertThat(report.at("/latencies/accepted/count").intValue()).isEqualTo(50);
    assertThat(report.at("/latencies/end/count").intValue()).isEqualTo(50);
    assertThat(report.at("/splits/0/runs").intValue()).isEqualTo(50);
    assertThat(pushsim.faults()).isEmpty();
  }
}

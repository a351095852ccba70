package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.OutsideTool;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real AWS CLI, and a simulator of each test's own that it asks. */
@Timeout(120)
abstract class LiveCli {
  @TempDir private Path folder;
  LiveServer server;
  AwsCli aws;

  @BeforeEach
  void serve() {
    OutsideTool.AWS_CLI.demand();
    server = new LiveServer();
    aws = new AwsCli(new Caller(server.endpoint(), "111111111111", "us-west-2"), folder);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      assertThat(server.faults()).isEmpty();
      server.close();
    }
  }

  /** Version 1 of the CLI knows no endpoint for a service but the one that it is given so. */
  JsonNode answer(String service, String line) {
    return aws.answerToLine("aws --endpoint-url \"$AWS_ENDPOINT_URL\" " + service + " " + line);
  }
}

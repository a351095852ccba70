package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** How people read a function's log with the real AWS CLI. */
@Tag("one-jdk")
class LogsCliIT extends LiveCli {
  private static final String GROUP = "/aws/lambda/helloworld";

  private JsonNode logs(String line) {
    return answer("logs", line);
  }

  @Test
  void readsAFunctionsLog() {
    server.call(
        "CreateFunction",
        """
        {"FunctionName": "helloworld", "Runtime": "nodejs22.x", "Handler": "index.handler",
         "Role": "arn:aws:iam::111111111111:role/any", "Code": {"ZipFile": "%s"}}"""
            .formatted(
                Base64.getEncoder()
                    .encodeToString(Zips.ofHandler("console.log('value1 =', event.key1)"))));
    try (LambdaClient lambda = server.lambda()) {
      lambda.invoke(request -> request.functionName("helloworld"));
    }

    assertThat(
            logs("describe-log-groups --log-group-name-prefix /aws")
                .at("/logGroups/0/arn")
                .asText())
        .isEqualTo("arn:aws:logs:us-west-2:111111111111:log-group:/aws/lambda/helloworld:*");
    JsonNode stream = logs("describe-log-streams --log-group-name " + GROUP).at("/logStreams/0");
    JsonNode found =
        logs(
            "filter-log-events --log-group-name %s --filter-pattern '\"value1 =\"'"
                .formatted(GROUP));
    assertThat(found.path("events")).hasSize(1);
    assertThat(found.at("/events/0/message").asText()).endsWith("\tINFO\tvalue1 = undefined\n");
    JsonNode read =
        logs(
            "get-log-events --log-group-name %s --log-stream-name '%s' --start-from-head"
                .formatted(GROUP, stream.path("logStreamName").asText()));
    assertThat(read.path("events")).hasSize(5);
    assertThat(read.at("/events/4/message").asText()).startsWith("REPORT RequestId: ");
  }
}

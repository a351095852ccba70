package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.OutsideTool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real AWS CLI, and a served process that it asks. Each test has an account of its own. */
@Timeout(300)
abstract class ServedCli {
  private static ServedProcess served;

  @TempDir Path folder;

  @BeforeAll
  static void serve() {
    OutsideTool.AWS_CLI.demand();
    served = ServedProcess.start();
  }

  @AfterAll
  static void stop() {
    if (served != null) {
      try (ServedProcess last = served) {
        assertThat(last.faults()).isEmpty();
      }
    }
  }

  /** pushsim's own paths at the process. */
  static AdminClient admin() {
    return new AdminClient(served.endpoint());
  }

  AwsCli account(String account) {
    return account(account, "us-west-2");
  }

  AwsCli account(String account, String region) {
    return new AwsCli(new Caller(served.endpoint(), account, region), folder);
  }

  static byte[] createFunction(AwsCli aws, String name, String source, String... more) {
    byte[] zip = Zips.of("index.js", source);
    aws.write(name + ".zip", zip);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "lambda",
                "create-function",
                "--function-name",
                name,
                "--zip-file",
                "fileb://" + name + ".zip",
                "--role",
                "arn:aws:iam::111111111111:role/any",
                "--handler",
                "index.handler",
                "--runtime",
                "nodejs22.x"));
    arguments.addAll(List.of(more));
    aws.answer(arguments.toArray(String[]::new));
    return zip;
  }

  static JsonNode invoke(AwsCli aws, String name, String... more) {
    List<String> arguments = new ArrayList<>(List.of("lambda", "invoke", "--function-name", name));
    arguments.addAll(List.of(more));
    arguments.add("out.json");
    return aws.answer(arguments.toArray(String[]::new));
  }
}

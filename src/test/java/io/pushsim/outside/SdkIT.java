package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.Launched;
import io.pushsim.testing.NodeProject;
import io.pushsim.testing.OutsideTool;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * AWS's SDKs for Python and JavaScript, given nothing but the endpoint, see one and the same thing:
 * what {@code sdk/walk.json} says, the classes of their errors included.
 */
@Timeout(300)
class SdkIT {
  private static final String HANDLER =
      """
      exports.handler = async (event) => {
        console.log('NUMBER saw', event);
        if (event.fail) throw new RangeError('failed as told');
        return { version: 'NUMBER', greeting: process.env.GREETING, name: event.name };
      };
      """;

  @TempDir private Path folder;

  @Test
  void boto3SeesWhatIsAgreed() throws IOException {
    OutsideTool.BOTO3.demand();
    Path script = folder.resolve("walk.py");
    Files.writeString(script, new TestResource("sdk/boto3/walk.py").text());

    assertWalks("python3", script);
  }

  @Test
  void theSdkForJavaScriptSeesWhatIsAgreed() throws IOException {
    assertWalks("node", NodeProject.installed("sdk/node/").script("walk.mjs"));
  }

  /**
   * An address has the bucket in its path; before a name, the SDK puts the bucket into the host.
   */
  @Test
  void theSdkForJavaScriptFindsABucketByPathAndByHost() {
    Path script = NodeProject.installed("sdk/node/").script("addressing.mjs");
    try (ServedProcess served = ServedProcess.start()) {
      URI byAddress = served.endpoint();
      URI byName = URI.create("http://localhost:" + byAddress.getPort());

      assertThat(run(byAddress, "node", script))
          .isEqualTo(
              TestResource.json(
                  """
                  ["PUT 127.0.0.1/addressed/", "PUT 127.0.0.1/addressed/",
                   "DELETE 127.0.0.1/addressed/"]
                  """));
      assertThat(run(byName, "node", script))
          .isEqualTo(
              TestResource.json(
                  """
                  ["PUT addressed.localhost/", "PUT addressed.localhost/",
                   "DELETE addressed.localhost/"]
                  """));
      assertThat(served.faults()).isEmpty();
    }
  }

  private void assertWalks(String program, Path script) throws IOException {
    for (String number : List.of("one", "two")) {
      Files.write(
          folder.resolve(number + ".zip"), Zips.of("index.js", HANDLER.replace("NUMBER", number)));
    }
    try (ServedProcess served = ServedProcess.start()) {
      assertThat(run(served.endpoint(), program, script))
          .isEqualTo(new TestResource("sdk/walk.json").json());
      assertThat(served.faults()).isEmpty();
    }
  }

  private JsonNode run(URI endpoint, String program, Path script) {
    Map<String, String> environment =
        new Caller(endpoint, "111111111111", "us-west-2").environment();
    Launched launched =
        Launched.start(List.of(program, script.toString()), environment, folder).await();
    assertThat(launched.exitCode()).as(launched.err()).isZero();
    return TestResource.json(launched.out());
  }
}

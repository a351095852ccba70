package io.pushsim.api.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorDocumentTest {

  @Test
  void writesDetailsBetweenMessageAndRequestId() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("ArgumentName", "CloudFunction");
    details.put("ArgumentValue", "<&>");

    assertThat(
            written(
                new SimulatorException(
                    ErrorCode.S3_INVALID_ARGUMENT, "The ARN could not be parsed", details)))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Error><Code>InvalidArgument</Code><Message>The ARN could not be parsed</Message>"
                + "<ArgumentName>CloudFunction</ArgumentName>"
                + "<ArgumentValue>&lt;&amp;&gt;</ArgumentValue>"
                + "<RequestId>R</RequestId><HostId>H</HostId></Error>");
  }

  @Test
  void answersNotImplemented_whenSomethingIsNotSimulated() {
    assertThat(
            written(
                new SimulatorException(
                    ErrorCode.NOT_SIMULATED, "CreateBucket.ACL is not simulated; leave it out")))
        .contains(
            "<Error><Code>NotImplemented</Code>"
                + "<Message>CreateBucket.ACL is not simulated; leave it out</Message>");
  }

  @Test
  void replacesWhatXmlCannotHold() {
    assertThat(
            written(
                new SimulatorException(
                    ErrorCode.S3_NO_SUCH_BUCKET,
                    "m",
                    Map.of("BucketName", "\u0001a\ud800\ufffeb\ud83d\ude00\t"))))
        .contains("<BucketName>\ufffda\ufffd\ufffdb\ud83d\ude00\t</BucketName>");
  }

  private static String written(SimulatorException error) {
    return new String(ErrorDocument.write(error, "R", "H"), StandardCharsets.UTF_8);
  }
}

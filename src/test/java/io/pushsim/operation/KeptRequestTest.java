package io.pushsim.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.function.CodeReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptRequestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"FunctionName":"f","Code":{"ZipFile":"UEs="},"Publish":true} | {"FunctionName":"f","Code":{"ZipFile":"sha256:abc="},"Publish":true}
          {"FunctionName":"f","ZipFile":"UEs=","DryRun":false}          | {"FunctionName":"f","ZipFile":"sha256:abc=","DryRun":false}
          {"FunctionName":"f","Code":{"S3Bucket":"b","S3Key":"k"}}      | {"FunctionName":"f","Code":{"S3Bucket":"b","S3Key":"k"}}
          {"FunctionName":"f","Description":null}                       | {"FunctionName":"f","Description":null}
          """)
  void namesThePackage_insteadOfHoldingIt(String parameters, String kept)
      throws JsonProcessingException {
    ObjectNode given = (ObjectNode) new JsonMapper().readTree(parameters);

    assertThat(KeptRequest.of(given, new CodeReference("abc=", 3))).isEqualTo(kept);
    assertThat(given).hasToString(parameters);
  }
}

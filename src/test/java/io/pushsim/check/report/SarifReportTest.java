package io.pushsim.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.pushsim.check.CheckReport;
import io.pushsim.check.finding.FindingKind;
import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SarifReportTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void looksAsAccepted() throws IOException {
    new GoldenFile("check/report.sarif").assertHolds(written(SampleChecks.rich()));
  }

  @Test
  void isValid_byTheOfficialSchema() throws IOException {
    Schema schema = officialSchema();

    assertThat(schema.validate(read(SampleChecks.rich()))).isEmpty();
    assertThat(schema.validate(read(SampleChecks.empty()))).isEmpty();
    assertThat(schema.validate(read(SampleChecks.large(3, 3)))).isEmpty();
  }

  @Test
  void schemaFindsFaults() throws IOException {
    ObjectNode log = (ObjectNode) read(SampleChecks.rich());
    ((ObjectNode) log.at("/runs/0/results/0")).put("level", "fatal").remove("message");

    assertThat(officialSchema().validate(log)).hasSizeGreaterThanOrEqualTo(2);
  }

  // "SARIF support for code scanning" of GitHub's documentation.
  @Test
  void hasWhatGitHubDemands() throws IOException {
    JsonNode run = read(SampleChecks.rich()).at("/runs/0");

    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("pushsim");
    assertThat(run.at("/tool/driver/rules"))
        .hasSize(FindingKind.values().length)
        .allSatisfy(
            rule -> {
              assertThat(rule.path("id").asText()).isNotEmpty();
              assertThat(rule.path("name").asText()).hasSizeLessThanOrEqualTo(255);
              assertThat(rule.at("/shortDescription/text").asText())
                  .isNotEmpty()
                  .hasSizeLessThanOrEqualTo(1024);
              assertThat(rule.at("/fullDescription/text").asText())
                  .isNotEmpty()
                  .hasSizeLessThanOrEqualTo(1024);
              assertThat(rule.at("/help/text").asText()).isNotEmpty();
              assertThat(rule.at("/properties/problem.severity").asText())
                  .isIn("error", "warning", "recommendation");
            });
    assertThat(run.path("results"))
        .hasSize(4)
        .allSatisfy(
            result -> {
              int index = result.path("ruleIndex").asInt();
              assertThat(run.at("/tool/driver/rules").path(index).path("id"))
                  .isEqualTo(result.path("ruleId"));
              assertThat(result.at("/message/text").asText()).isNotEmpty();
              assertThat(result.path("locations")).hasSize(1);
              assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText())
                  .matches("[0-9a-f]{16}:1");
            });
  }

  @Test
  void filesBelowTheDirectoryAreRelativeToIt_andOthersAreNot() throws IOException {
    StringWriter text = new StringWriter();
    JsonOut.write(
        text,
        json -> {
          SarifPlaces places = new SarifPlaces(Path.of("/work/project"));
          for (String file :
              new String[] {"a b/ü#?.yaml", "/work/project/x.yaml", "../other/y.yaml", "/etc/z"}) {
            json.object(
                file,
                members -> places.location(members, new io.pushsim.document.Place(file, 3, 0)));
          }
        });
    JsonNode written = JSON.readTree(text.toString());

    assertThat(uri(written, "a b/ü#?.yaml")).isEqualTo("a%20b/%C3%BC%23%3F.yaml %SRCROOT%");
    assertThat(uri(written, "/work/project/x.yaml")).isEqualTo("x.yaml %SRCROOT%");
    assertThat(uri(written, "../other/y.yaml")).isEqualTo("file:///work/other/y.yaml ");
    assertThat(uri(written, "/etc/z")).isEqualTo("file:///etc/z ");
    assertThat(written.path("/etc/z").at("/physicalLocation/region").toString())
        .isEqualTo("{\"startLine\":3,\"startColumn\":1}");
  }

  private static String uri(JsonNode written, String file) {
    JsonNode artifact = written.path(file).at("/physicalLocation/artifactLocation");
    return artifact.path("uri").asText() + " " + artifact.path("uriBaseId").asText();
  }

  @Test
  void problemsAreNotifications() throws IOException {
    JsonNode invocation = read(SampleChecks.rich()).at("/runs/0/invocations/0");

    assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
    assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asText())
        .startsWith("unknown function !Foo");
    assertThat(
            invocation
                .at("/toolExecutionNotifications/0/locations/0/physicalLocation/region/startLine")
                .asInt())
        .isEqualTo(3);
    assertThat(
            read(SampleChecks.passing())
                .at("/runs/0/invocations/0/executionSuccessful")
                .asBoolean())
        .isTrue();
  }

  @Test
  void anEndpointIsALogicalPlace() throws IOException {
    assertThat(read(SampleChecks.rich()).at("/runs/0/results/3/locations/0").toString())
        .isEqualTo(
            "{\"logicalLocations\":[{\"fullyQualifiedName\":\"http://127.0.0.1:4580 the policy of far:LIVE\",\"kind\":\"resource\"}]}");
  }

  private static Schema officialSchema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(JSON.readTree(in));
    }
  }

  private static JsonNode read(CheckReport report) throws IOException {
    return JSON.readTree(written(report));
  }

  private static String written(CheckReport report) throws IOException {
    StringWriter text = new StringWriter();
    SarifReport.write(report, Path.of(""), "1.2.3", text);
    return text.toString();
  }
}

package io.pushsim.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.check.CheckReport;
import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void looksAsAccepted() throws IOException {
    new GoldenFile("check/report.json").assertHolds(written(SampleChecks.rich()));
  }

  @Test
  void saysWhichStatementAllows_andWhereItStands() throws IOException {
    JsonNode cell = read(SampleChecks.passing()).at("/setUps/0/cells/0");

    assertThat(cell.path("verdict").asText()).isEqualTo("allowed");
    assertThat(cell.path("namedBy").path(0).asText()).isEqualTo("prod");
    assertThat(cell.at("/statement/sid").asText()).isEqualTo("allow-s3");
    assertThat(cell.at("/statement/place/file").asText()).isEqualTo("stack.yaml");
    assertThat(cell.at("/statement/place/line").asInt()).isEqualTo(31);
    assertThat(cell.at("/statement/reference").asText()).isEqualTo("Resource31");
  }

  @Test
  void saysWhichElementDoesNotMatch_whenARuleIsDead() throws IOException {
    JsonNode beta = read(SampleChecks.rich()).at("/setUps/0/cells/1");

    assertThat(beta.path("decision").asText()).isEqualTo("implicitDeny");
    assertThat(beta.at("/mismatches/0/element").asText())
        .isEqualTo("Condition ArnLike AWS:SourceArn");
    assertThat(beta.at("/mismatches/0/expected").asText()).isEqualTo("arn:aws:s3:::other-bucket");
    assertThat(beta.at("/mismatches/0/statement/place/line").asInt()).isEqualTo(47);
  }

  @Test
  void keepsHostileTextsExactly_andShowsNoneOfTheirInvisibleCharacters() throws IOException {
    String written = written(SampleChecks.rich());

    assertThat(JSON.readTree(written).at("/setUps/1/rules/0/title").asText())
        .isEqualTo(SampleChecks.HOSTILE);
    assertThat(written.codePoints().filter(point -> point != '\n'))
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> point >= 0x202A && point <= 0x202E);
  }

  @Test
  void holdsOnlyWhatIsNotDeniedOrIsNamed_whenTheMatrixIsLarge() throws IOException {
    JsonNode setUp = read(SampleChecks.large(100, 500)).at("/setUps/0");

    assertThat(setUp.path("otherCells").asText()).isEqualTo("denied");
    assertThat(setUp.path("rules")).hasSize(100);
    assertThat(setUp.path("targets")).hasSize(500);
    // One grant a target, and ten rules that name a target without one for their bucket.
    assertThat(setUp.path("cells")).hasSize(510);
  }

  @Test
  void isWhole_whenThereIsNothing() throws IOException {
    assertThat(written(SampleChecks.empty()))
        .startsWith("{\n  \"schemaVersion\": 1,\n  \"passed\": true,\n")
        .endsWith("\"setUps\": [],\n  \"problems\": [],\n  \"passedOver\": []\n}\n");
  }

  private static JsonNode read(CheckReport report) throws IOException {
    return JSON.readTree(written(report));
  }

  private static String written(CheckReport report) throws IOException {
    StringWriter text = new StringWriter();
    JsonReport.write(report, text);
    return text.toString();
  }
}

package io.pushsim.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.CheckReport;
import io.pushsim.check.CheckedSetUp;
import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.FindingKind;
import io.pushsim.display.CodePoints;
import io.pushsim.display.Style;
import io.pushsim.document.Place;
import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReportTest {
  private static final FunctionArn TARGET =
      FunctionArn.parse("arn:aws:lambda:us-west-2:111111111111:function:f").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "40,false,true",
    "60,false,true",
    "80,false,true",
    "80,true,true",
    "80,false,false",
    "200,false,true"
  })
  void looksAsAccepted(int width, boolean colours, boolean unicode) throws IOException {
    String name =
        "table-" + width + (colours ? "-colours" : "") + (unicode ? "" : "-ascii") + ".txt";

    new GoldenFile("check/" + name)
        .assertHolds(told(SampleChecks.rich(), new Style(width, colours, unicode)));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 47, 60, 80, 120, 200})
  void breaksIntoBlocks_whenTargetsAreMany(int width) throws IOException {
    String told = told(SampleChecks.large(30, 60), new Style(width, false, true));

    assertThat(told.lines()).allMatch(line -> CodePoints.cells(line) <= width);
    if (width == 80) {
      new GoldenFile("check/table-blocks.txt").assertHolds(told);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 41, 47, 53, 60, 72, 80, 99, 120, 160, 200, 400})
  void noLineIsWider_butCommandsTemplatesAndAddresses(int width) {
    for (boolean unicode : new boolean[] {true, false}) {
      assertThat(
              told(SampleChecks.rich(), new Style(width, false, unicode))
                  .lines()
                  .filter(line -> !isToCopy(line)))
          .allMatch(line -> CodePoints.cells(line) <= width);
    }
  }

  private static boolean isToCopy(String line) {
    return line.strip()
        .matches(
            "https://\\S+|--[a-z-]+ ('.*|[^ ]+)( \\\\)?|aws lambda [a-z-]+ \\\\|[A-Z]\\w+: ?.*|# .*");
  }

  @Test
  void isAscii_whenTheTerminalIs() {
    assertThat(told(SampleChecks.rich(), new Style(80, false, false)))
        .matches(text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text), "is ASCII");
  }

  @Test
  void commandsAreWholeAgain_whenTheirLinesArePutTogether() {
    String told = told(SampleChecks.rich(), new Style(60, false, true));

    assertThat(told.replaceAll(" \\\\\n +", " "))
        .contains(
            "      aws lambda add-permission --function-name helloworld --qualifier BETA --statement-id allow-s3-examplebucket --action lambda:InvokeFunction --principal s3.amazonaws.com --source-arn arn:aws:s3:::examplebucket --source-account 111111111111 --region us-west-2\n");
  }

  @Test
  void saysWhatMattersAndWhereTheWholeIs_whenThereAreTooManyTargets() {
    String told = told(SampleChecks.large(50, 61), new Style(120, false, true));

    assertThat(told)
        .contains("50 rules against 61 targets: only the rows that matter are shown.")
        .contains("--report DIR")
        .contains("--format json")
        .contains("✗ bucket-0003  rule-3 → function-0000:ALIAS4")
        .contains("open: function-0011:ALIAS0 to bucket-0005, allowed by statement 's55'")
        .doesNotContain("rule-5 ");
  }

  @Test
  void saysOnceWhatIsOpenToMany() {
    assertThat(told(SampleChecks.rich(), new Style(120, false, true)))
        .containsOnlyOnce("open: thumbnail to examplebucket, allowed by statement 'leftover'")
        .containsOnlyOnce("open: thumbnail to archive-bucket, allowed by statement 'archive'");
    assertThat(
            new MatrixView.Open(
                    new MatrixView.Column(0, TARGET, "f", "f"),
                    List.of("a", "b", "c", "d", "e"),
                    "")
                .to())
        .isEqualTo("a, b, c and 2 more buckets");
  }

  @Test
  void saysThatAllIsWell_whenALargeMatrixHasNothingThatMatters() {
    String told = told(SampleChecks.large(1, 61), new Style(120, false, true));

    assertThat(told).contains("open: 40 more targets likewise");
    assertThat(told(SampleChecks.passing(), new Style(80, false, true)))
        .contains("examplebucket  prod → helloworld:PROD")
        .contains("allowed by statement 'allow-s3' (stack.yaml:31:7)")
        .endsWith("✓ no findings in 1 rule\n");
  }

  @Test
  void tellsTheFirstFindingsOfAKind_andHowManyMoreThereAre() {
    CheckedSetUp sample = SampleChecks.passing().setUps().get(0);
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i <= 1_025; i++) {
      findings.add(finding(FindingKind.UNQUALIFIED_TARGET, "f" + i));
    }
    findings.add(finding(FindingKind.VERSION_TARGET, "v"));
    CheckedSetUp many =
        new CheckedSetUp("", sample.inventory(), sample.matrix(), findings, findings);

    String told =
        told(new CheckReport(List.of(many), List.of(), List.of(), 0), new Style(120, false, true));

    assertThat(told)
        .contains("    f20 is it.\n", "    v is it.\n")
        .doesNotContain("f21 is it.")
        .contains("1,005 more of ", "[unqualified-target]\n--report DIR writes all of them")
        .doesNotContain("more of " + FindingKind.VERSION_TARGET.title())
        .contains("1,026 warnings");
  }

  private static Finding finding(FindingKind kind, String subject) {
    return new Finding(
        kind,
        Place.ofFile("stack.yaml"),
        subject,
        subject + " is it.",
        List.of(),
        Optional.empty(),
        List.of());
  }

  @Test
  void tellsTheFirstDeadRules_andHowManyMoreThereAre() {
    String told = told(SampleChecks.large(300, 300), new Style(120, false, true));

    assertThat(told)
        .contains("✗ bucket-0193  rule-193 ", "dead: 10 more rules likewise")
        .doesNotContain("✗ bucket-0203");
  }

  @Test
  void saysWhatIsMeant_whenASetUpHasNoTitle() {
    CheckedSetUp titled = SampleChecks.passing().setUps().get(0);
    CheckedSetUp untitled =
        new CheckedSetUp("", titled.inventory(), titled.matrix(), List.of(), List.of());
    Style style = new Style(80, false, true);

    assertThat(told(new CheckReport(List.of(untitled), List.of(), List.of(), 0), style))
        .startsWith("━━ All inputs together ━");
    assertThat(told(new CheckReport(List.of(untitled, titled), List.of(), List.of(), 0), style))
        .startsWith("━━ All inputs but scenarios ━")
        .contains("━━ stack.yaml ━");
  }

  @Test
  void countsAtTheEnd() {
    assertThat(told(SampleChecks.rich(), new Style(120, false, true)))
        .endsWith(
            "✗ 2 errors, 1 warning, 1 note in 7 rules; 3 left out by baseline or --ignore; parts of the inputs were left out: 2\n  problems\n");
    assertThat(told(SampleChecks.empty(), new Style(80, false, true)))
        .isEqualTo("✓ no findings in 0 rules\n");
  }

  private static String told(CheckReport report, Style style) {
    StringWriter text = new StringWriter();
    TableReport.write(report, new PrintWriter(text), style);
    return text.toString();
  }
}

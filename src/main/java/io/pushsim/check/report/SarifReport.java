package io.pushsim.check.report;

import io.pushsim.check.CheckReport;
import io.pushsim.check.CheckedSetUp;
import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.FindingKind;
import io.pushsim.check.finding.Severity;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code report.sarif}: a check's findings for code hosts, in SARIF 2.1.0 (OASIS, Static Analysis
 * Results Interchange Format) as GitHub's code scanning takes it ("SARIF support for code
 * scanning").
 */
public final class SarifReport {
  private static final List<FindingKind> KINDS = List.of(FindingKind.values());

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final SarifPlaces places;

  private SarifReport(SarifPlaces places) {
    this.places = places;
  }

  /**
   * Writes the whole document, indented, ending in a line end. The writer stays open.
   *
   * @param directory the one from which inputs were named
   * @param version pushsim's own
   */
  public static void write(CheckReport report, Path directory, String version, Writer out)
      throws IOException {
    SarifReport sarif = new SarifReport(new SarifPlaces(directory));
    JsonOut.write(out, json -> sarif.log(json, report, version));
  }

  private void log(JsonOut json, CheckReport report, String version) throws IOException {
    json.text("$schema", SCHEMA);
    json.text("version", "2.1.0");
    json.array("runs", runs -> runs.element(run -> run(run, report, version)));
  }

  private void run(JsonOut json, CheckReport report, String version) throws IOException {
    json.object("tool", tool -> tool.object("driver", driver -> driver(driver, version)));
    json.array("invocations", all -> all.element(one -> invocation(one, report.problems())));
    json.object(
        "originalUriBaseIds",
        bases ->
            bases.object(
                SarifPlaces.BASE,
                base ->
                    base.object(
                        "description",
                        text -> text.text("text", "The directory in which pushsim was run."))));
    json.text("columnKind", "unicodeCodePoints");
    json.array("results", results -> results(results, report.setUps()));
  }

  private static void driver(JsonOut json, String version) throws IOException {
    json.text("name", "pushsim");
    json.text("version", version);
    json.array(
        "rules",
        rules -> {
          for (FindingKind kind : FindingKind.values()) {
            rules.element(rule -> rule(rule, kind));
          }
        });
  }

  private static void rule(JsonOut json, FindingKind kind) throws IOException {
    json.text("id", kind.id());
    json.text("name", kind.title());
    json.object("shortDescription", text -> text.text("text", kind.title()));
    json.object("fullDescription", text -> text.text("text", kind.explanation()));
    json.text("helpUri", kind.documentation());
    json.object(
        "help",
        text ->
            text.text("text", kind.explanation() + "\n\n" + kind.documentation())
                .text(
                    "markdown",
                    MarkdownText.prose(kind.explanation())
                        + "\n\n[AWS's documentation]("
                        + kind.documentation()
                        + ")"));
    json.object("defaultConfiguration", level -> level.text("level", kind.severity().toString()));
    json.object(
        "properties",
        properties ->
            properties
                .texts("tags", List.of("aws", "lambda", "s3", "permissions"))
                .text("problem.severity", problemSeverity(kind.severity())));
  }

  // GitHub's word for a note.
  private static String problemSeverity(Severity severity) {
    return severity == Severity.NOTE ? "recommendation" : severity.toString();
  }

  private void invocation(JsonOut json, List<Problem> problems) throws IOException {
    json.flag("executionSuccessful", problems.isEmpty());
    json.array(
        "toolExecutionNotifications",
        all -> {
          for (Problem problem : problems) {
            all.element(
                notification -> {
                  notification.text("level", "error");
                  notification.object("message", text -> text.text("text", problem.message()));
                  notification.array("locations", at -> at.element(location(problem.place())));
                });
          }
        });
  }

  private JsonOut.Content location(Place place) {
    return json -> places.location(json, place);
  }

  private void results(JsonOut json, List<CheckedSetUp> setUps) throws IOException {
    for (CheckedSetUp setUp : setUps) {
      for (Finding finding : setUp.findings()) {
        json.element(result -> result(result, finding));
      }
    }
  }

  private void result(JsonOut json, Finding finding) throws IOException {
    json.text("ruleId", finding.kind().id());
    json.number("ruleIndex", KINDS.indexOf(finding.kind()));
    json.text("level", finding.kind().severity().toString());
    json.object(
        "message",
        message ->
            message
                .text("text", SarifMessage.text(finding))
                .text("markdown", SarifMessage.markdown(finding)));
    json.array("locations", at -> at.element(location(finding.place())));
    if (!finding.related().isEmpty()) {
      json.array("relatedLocations", at -> related(at, finding.related()));
    }
    json.object("partialFingerprints", prints -> fingerprints(prints, finding));
  }

  private void related(JsonOut json, List<Place> related) throws IOException {
    for (int i = 0; i < related.size(); i++) {
      int id = i + 1;
      Place place = related.get(i);
      json.element(
          location -> {
            location.number("id", id);
            places.location(location, place);
            location.object("message", text -> text.text("text", "See also"));
          });
    }
  }

  // GitHub knows results again by this name only. It would hash the line at the place; but a plan
  // has one line, and a finding stays the same wherever its lines move.
  private static void fingerprints(JsonOut json, Finding finding) throws IOException {
    json.text("primaryLocationLineHash", hash(finding.fingerprint()) + ":1");
    json.text("pushsimFinding/v1", finding.fingerprint());
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

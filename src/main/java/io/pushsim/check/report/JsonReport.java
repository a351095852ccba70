package io.pushsim.check.report;

import io.pushsim.check.CheckReport;
import io.pushsim.check.finding.Finding;
import io.pushsim.check.mending.Lines;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import java.io.IOException;
import java.io.Writer;

/**
 * {@code report.json}: a check's report for programs, written as it comes. {@code
 * src/docs/check-reports.md} says what each member means. What is absent is left out.
 */
public final class JsonReport {
  /** Goes up when a member is renamed, removed or changes its meaning; not when one is added. */
  public static final int SCHEMA_VERSION = 1;

  private JsonReport() {}

  /** Writes the whole document, indented, ending in a line end. The writer stays open. */
  public static void write(CheckReport report, Writer out) throws IOException {
    JsonOut.write(out, json -> document(json, report));
  }

  private static void document(JsonOut json, CheckReport report) throws IOException {
    json.number("schemaVersion", SCHEMA_VERSION);
    json.flag("passed", report.passed());
    counts(json, Counts.of(report), report.stale());
    json.array(
        "setUps",
        setUps -> {
          for (var setUp : report.setUps()) {
            setUps.element(
                members -> {
                  if (!setUp.title().isEmpty()) {
                    members.text("title", setUp.title());
                  }
                  new JsonMatrix(setUp).write(members);
                  members.array("findings", all -> findings(all, setUp.findings()));
                  members.number("suppressed", setUp.suppressed());
                });
          }
        });
    json.array(
        "problems",
        problems -> {
          for (Problem problem : report.problems()) {
            problems.element(
                members -> {
                  members.place("place", problem.place());
                  members.text("message", problem.message());
                });
          }
        });
    json.texts("passedOver", report.passedOver());
  }

  private static void counts(JsonOut json, Counts counts, int stale) throws IOException {
    json.object(
        "counts",
        members ->
            members
                .number("errors", counts.errors())
                .number("warnings", counts.warnings())
                .number("notes", counts.notes())
                .number("suppressed", counts.suppressed())
                .number("stale", stale)
                .number("problems", counts.problems())
                .number("rules", counts.rules())
                .number("targets", counts.targets()));
  }

  private static void findings(JsonOut json, Iterable<Finding> findings) throws IOException {
    for (Finding finding : findings) {
      json.element(members -> finding(members, finding));
    }
  }

  private static void finding(JsonOut json, Finding finding) throws IOException {
    json.text("id", finding.kind().id());
    json.text("severity", finding.kind().severity().toString());
    json.text("title", finding.kind().title());
    json.place("place", finding.place());
    json.text("subject", finding.subject());
    json.text("fingerprint", finding.fingerprint());
    json.text("message", finding.message());
    json.text("explanation", finding.kind().explanation());
    json.text("documentation", finding.kind().documentation());
    json.texts("commands", finding.commands());
    if (finding.lines().isPresent()) {
      Lines lines = finding.lines().get();
      json.object(
          "lines",
          members ->
              members
                  .text("language", lines.language())
                  .text("where", lines.where())
                  .text("text", lines.text()));
    }
    json.array(
        "related",
        places -> {
          for (Place place : finding.related()) {
            places.element(members -> members.placeMembers(place));
          }
        });
  }
}

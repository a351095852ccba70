package io.pushsim.load.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A load that another is compared with, as its {@code report.json} tells of it. */
public final class FormerLoad {
  private static final List<Figure> FIGURES =
      List.of(
          new Figure("rate", "/rates/ended", "/s"),
          new Figure("p50", "/latencies/end/p50", " ms"),
          new Figure("p99", "/latencies/end/p99", " ms"),
          new Figure("p99.9", "/latencies/end/p99.9", " ms"),
          new Figure("max", "/latencies/end/max", " ms"),
          new Figure("processors", "/resources/processors", ""),
          new Figure("cold starts", "/counts/coldStarts", ""),
          new Figure("throttles", "/counts/throttles", ""),
          new Figure("denied", "/counts/denied", ""),
          new Figure("errors", "/counts/errors", ""));

  /** What must be the same for figures to be comparable. */
  private static final List<String> SETTING =
      List.of(
          "scenario",
          "target",
          "rate",
          "arrivals",
          "recording/file",
          "recording/events",
          "recording/speed",
          "duration",
          "warmUp");

  private final String name;
  private final JsonNode report;

  private record Figure(String name, String pointer, String unit) {
    OptionalDouble of(JsonNode report) {
      JsonNode value = report.at(pointer);
      return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }
  }

  /** A figure of both loads, in words; the change is empty text where there is none to tell. */
  record Compared(String figure, String before, String now, String change) {}

  private FormerLoad(String name, JsonNode report) {
    this.name = name;
    this.report = report;
  }

  /**
   * Reads one.
   *
   * @throws IOException with a message for the person who named the file
   */
  public static FormerLoad read(Path file) throws IOException {
    try {
      JsonNode report = new JsonMapper().readTree(Files.readString(file));
      if (report.path("schemaVersion").asInt() != JsonLoadReport.SCHEMA_VERSION
          || !report.path("latencies").isObject()) {
        throw new IOException(
            file + " is no report.json of a load of this version: name one that load has written");
      }
      return new FormerLoad(file.toString(), report);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + " is no JSON (" + e.getOriginalMessage() + "): name a load's report.json", e);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " is not there: name the report.json of a former load", e);
    }
  }

  /** The file, as it was named, and what it tells of itself. */
  String description() {
    return "%s (commit %s, %s)"
        .formatted(
            name,
            report.at("/setting/machine/commit").asText("unknown"),
            report.at("/setting/started").asText("at an unknown time"));
  }

  /** The figures of both. */
  List<Compared> with(LoadReport now) {
    JsonNode current = JsonLoadReport.document(now);
    return FIGURES.stream()
        .map(figure -> compared(figure, figure.of(report), figure.of(current)))
        .toList();
  }

  private static Compared compared(Figure figure, OptionalDouble before, OptionalDouble now) {
    boolean both = before.isPresent() && now.isPresent();
    return new Compared(
        figure.name(),
        words(before, figure.unit()),
        words(now, figure.unit()),
        both ? change(before.getAsDouble(), now.getAsDouble()) : "");
  }

  private static String words(OptionalDouble value, String unit) {
    return value.isEmpty()
        ? "-"
        : String.format(
                Locale.ROOT, value.getAsDouble() % 1 == 0 ? "%,.0f" : "%,.2f", value.getAsDouble())
            + unit;
  }

  private static String change(double before, double now) {
    if (before == now) {
      return "=";
    }
    return before == 0
        ? "new"
        : String.format(Locale.ROOT, "%+.1f %%", (now - before) / before * 100);
  }

  /** Of which settings the two differ, in words. */
  List<String> differences(LoadReport now) {
    JsonNode before = report.path("setting");
    JsonNode current = JsonLoadReport.document(now).path("setting");
    Stream<String> settings =
        SETTING.stream()
            .filter(name -> !before.at("/" + name).equals(current.at("/" + name)))
            .map(
                name ->
                    "%s %s, now %s"
                        .formatted(
                            name.replace('/', ' '),
                            before.at("/" + name).asText("-"),
                            current.at("/" + name).asText("-")));
    Stream<String> machine =
        Stream.of("jvm", "javaScript", "processors", "system")
            .filter(name -> !before.at("/machine/" + name).equals(current.at("/machine/" + name)))
            .map(
                name ->
                    "%s %s, now %s"
                        .formatted(
                            name,
                            before.at("/machine/" + name).asText("-"),
                            current.at("/machine/" + name).asText()));
    return Stream.concat(settings, machine).toList();
  }
}

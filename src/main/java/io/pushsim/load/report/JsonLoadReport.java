package io.pushsim.load.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.display.VisibleText;
import io.pushsim.load.DrawnSchedule;
import io.pushsim.load.LoadPlan;
import io.pushsim.load.LoadResult;
import io.pushsim.load.RecordedSchedule;
import io.pushsim.load.Schedule;
import io.pushsim.load.Split;
import io.pushsim.load.Switch;
import io.pushsim.load.measurement.Counts;
import io.pushsim.load.measurement.Latency;
import io.pushsim.load.measurement.Moment;
import io.pushsim.load.measurement.Stage;
import io.pushsim.load.threshold.Threshold;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * {@code report.json}: times in milliseconds where nothing else is said, rates in pushes a second,
 * shares from 0 to 1. What was not measured is left out.
 */
public final class JsonLoadReport {
  /** Goes up when a field is renamed, removed or changes its meaning; not when one is added. */
  public static final int SCHEMA_VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Map<String, Double> PERCENTILES =
      new TreeMap<>(Map.of("p50", 50.0, "p90", 90.0, "p99", 99.0, "p99.9", 99.9, "p99.99", 99.99));

  private JsonLoadReport() {}

  /** The whole document, indented, ending in a line end. */
  public static String of(LoadReport report) {
    try {
      return VisibleText.inJson(MAPPER.writeValueAsString(document(report))) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
  }

  static ObjectNode document(LoadReport report) {
    LoadResult result = report.result();
    ObjectNode document = MAPPER.createObjectNode();
    document.put("schemaVersion", SCHEMA_VERSION).put("passed", report.passed());
    ending(document.putObject("ending"), result);
    ArrayNode thresholds = document.putArray("thresholds");
    for (Threshold.Verdict verdict : report.thresholds()) {
      thresholds
          .addObject()
          .put("threshold", verdict.threshold())
          .put("passed", verdict.passed())
          .put("measured", verdict.measured());
    }
    setting(document.putObject("setting"), report.setting());
    rates(document.putObject("rates"), result.rates());
    counts(document.putObject("counts"), result.counts());
    ObjectNode latencies = document.putObject("latencies");
    for (Stage stage : Stage.values()) {
      latency(latencies.putObject(stage.word()), result.latency(stage));
    }
    ArrayNode splits = document.putArray("splits");
    result.splits().forEach(split -> split(splits.addObject(), split));
    ArrayNode switches = document.putArray("switches");
    result.switches().forEach(done -> changed(switches.addObject(), done));
    document
        .putObject("resources")
        .put("processors", rounded(result.resources().processors()))
        .put("mostHeapMegabytes", rounded(result.resources().mostHeapMegabytes()))
        .put("collectionSeconds", rounded(result.resources().collectionSeconds()));
    ArrayNode moments = document.putArray("moments");
    result.moments().forEach(moment -> moment(moments.addObject(), moment));
    return document;
  }

  private static void ending(ObjectNode ending, LoadResult result) {
    ending
        .put("kind", result.ending().kind().name().toLowerCase(Locale.ROOT))
        .put("sentence", result.ending().sentence())
        .put("generatorWasLimit", result.generatorLimit().reached())
        .put("generator", result.generatorLimit().sentence());
  }

  private static void setting(ObjectNode json, Setting setting) {
    LoadPlan plan = setting.plan();
    json.put("scenario", setting.scenario())
        .put("file", setting.file())
        .put("target", setting.target())
        .put("isThisProcess", setting.isThisProcess());
    schedule(json, plan.schedule());
    json.put("duration", plan.duration().toString())
        .put("warmUp", plan.warmUp().toString())
        .put("seed", plan.seed())
        .put("keyTemplate", setting.keyTemplate());
    ArrayNode events = json.putArray("events");
    setting.events().forEach(events::add);
    json.put("leftOut", setting.leftOut()).put("started", setting.started().toString());
    Setting.Machine machine = setting.machine();
    ObjectNode described = json.putObject("machine");
    described.put("jvm", machine.jvm());
    ArrayNode flags = described.putArray("flags");
    machine.flags().forEach(flags::add);
    described
        .put("javaScript", machine.javaScript())
        .put("processors", machine.processors())
        .put("system", machine.system())
        .put("pushsim", machine.pushsim())
        .put("commit", machine.commit());
  }

  private static void schedule(ObjectNode json, Schedule schedule) {
    if (schedule instanceof RecordedSchedule recorded) {
      json.putObject("recording")
          .put("file", recorded.recording().file())
          .put("events", recorded.recording().events().size())
          .put("leftOut", recorded.recording().leftOut())
          .put("span", recorded.recording().span().toString())
          .put("speed", recorded.speed())
          .put("meanRate", rounded(recorded.meanRate()));
    } else if (schedule instanceof DrawnSchedule drawn) {
      json.put("rate", drawn.rate().toString()).put("arrivals", drawn.even() ? "even" : "poisson");
    }
  }

  private static void rates(ObjectNode json, LoadResult.Rates rates) {
    json.put("seconds", rounded(rates.seconds()))
        .put("asked", rounded(rates.asked()))
        .put("sent", rounded(rates.sent()))
        .put("ended", rounded(rates.ended()));
  }

  private static void counts(ObjectNode json, Counts counts) {
    json.put("sent", counts.sent())
        .put("ended", counts.ended())
        .put("unfinished", counts.unfinished())
        .put("denied", counts.denied())
        .put("throttles", counts.throttles())
        .put("coldStarts", counts.coldStarts())
        .put("errors", counts.failed());
    ObjectNode errors = json.putObject("errorsByKind");
    Words.errors(counts).forEach(error -> errors.put(error.getKey(), error.getValue()));
  }

  private static void latency(ObjectNode json, Latency latency) {
    json.put("count", latency.count());
    put(json, "mean", latency.mean());
    PERCENTILES.forEach((name, percent) -> put(json, name, latency.percentile(percent)));
    put(json, "max", latency.max());
  }

  private static void split(ObjectNode json, Split split) {
    json.put("target", split.target().toString())
        .put("period", split.period())
        .put("runs", split.runs())
        .put("verdict", split.verdict().name().toLowerCase(Locale.ROOT));
    if (Double.isFinite(split.chiSquare())) {
      json.put("chiSquare", rounded(split.chiSquare()));
    }
    json.put("probability", split.probability());
    ArrayNode shares = json.putArray("versions");
    for (Split.Share share : split.shares()) {
      shares
          .addObject()
          .put("version", share.version())
          .put("weight", share.weight())
          .put("runs", share.runs())
          .put("share", share.share())
          .put("from", share.from())
          .put("to", share.to());
    }
  }

  private static void changed(ObjectNode json, Switch done) {
    json.put("second", rounded(done.second()))
        .put("operation", done.words())
        .put("milliseconds", rounded(done.milliseconds()));
    done.refusal().ifPresent(refusal -> json.put("refusal", refusal));
    ArrayNode last = json.putArray("last");
    for (Switch.LastRun run : done.last()) {
      last.addObject()
          .put("target", run.target())
          .put("version", run.version())
          .put("milliseconds", rounded(run.milliseconds()));
    }
  }

  private static void moment(ObjectNode json, Moment moment) {
    json.put("second", rounded(moment.second()))
        .put("asked", rounded(moment.asked()))
        .put("sent", rounded(moment.sent()))
        .put("ended", rounded(moment.ended()));
    put(json, "p50", moment.p50());
    put(json, "p99", moment.p99());
    json.put("underWay", moment.underWay())
        .put("processors", rounded(moment.processors()))
        .put("heapMegabytes", rounded(moment.heapMegabytes()));
    ObjectNode runs = json.putObject("runs");
    new TreeMap<>(moment.runs()).forEach(runs::put);
  }

  private static void put(ObjectNode json, String name, OptionalDouble value) {
    value.ifPresent(number -> json.put(name, rounded(number)));
  }

  private static double rounded(double number) {
    return Math.round(number * 1_000) / 1_000.0;
  }
}

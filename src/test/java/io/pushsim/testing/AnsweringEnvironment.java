package io.pushsim.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pushsim.runtime.CodePackage;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.FunctionVersion;
import io.pushsim.runtime.Invocation;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.InvocationResult;
import io.pushsim.runtime.LogLine;
import io.pushsim.time.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An execution environment without JavaScript: it answers with the JSON of its package's file
 * {@code answer.json}, in which texts like {@code $event} stand for what the handler would see. An
 * answer {@code {"$throws": "message"}} is an error, and {@code {"$takes": "PT2S", "$then": …}} an
 * answer after so much virtual time. An answer with {@code $failsToInit} cannot be initialized.
 */
public final class AnsweringEnvironment implements ExecutionEnvironment {
  /** The file of a package that says what is answered. */
  public static final String FILE = "answer.json";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String LOG_STREAM = "2026/01/02/[$LATEST]0123456789abcdef0123456789abcdef";

  private final FunctionVersion version;
  private final Scheduler scheduler;
  private int count;
  private boolean initialized;

  /**
   * @param scheduler by which handlers take their time
   */
  public AnsweringEnvironment(FunctionVersion version, Scheduler scheduler) {
    this.version = version;
    this.scheduler = scheduler;
  }

  /** A deployment package, byte for byte the same whenever it is made, another for each name. */
  public static byte[] zipOf(String name, String answer) {
    return DeploymentZip.of(name, Map.of(FILE, answer.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void initialize(String id, Consumer<InvocationReport> whenDone) {
    initialized = true;
    whenDone.accept(
        new InvocationReport(
            answer(version.code()).has("$failsToInit")
                ? InvocationResult.FunctionError.of("Error", "it fails to init")
                : new InvocationResult.Success("null"),
            List.of(),
            Duration.ZERO,
            Optional.empty(),
            32,
            LOG_STREAM,
            false));
  }

  @Override
  public void invoke(Invocation invocation, Consumer<InvocationReport> whenDone) {
    JsonNode answer = answer(version.code());
    Duration takes = Duration.parse(answer.path("$takes").asText("PT0S"));
    InvocationReport report =
        report(takes.isZero() ? answer : answer.path("$then"), takes, invocation);
    if (takes.isZero()) {
      whenDone.accept(report);
    } else {
      scheduler.at(scheduler.instant().plus(takes), () -> whenDone.accept(report));
    }
  }

  private InvocationReport report(JsonNode answer, Duration takes, Invocation invocation) {
    boolean cold = count == 0 && !initialized;
    InvocationResult result =
        answer.has("$throws")
            ? InvocationResult.FunctionError.of("Error", answer.path("$throws").asText())
            : new InvocationResult.Success(filled(answer, seen(invocation)).toString());
    count++;
    LogLine line = new LogLine(Instant.EPOCH, "answered", "answered", true);
    return new InvocationReport(
        result,
        List.of(line),
        takes.isZero() ? Duration.ofMillis(1) : takes,
        cold ? Optional.of(Duration.ofMillis(100)) : Optional.empty(),
        32,
        LOG_STREAM,
        false);
  }

  private static JsonNode answer(CodePackage code) {
    try {
      return JSON.readTree(code.files().get(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, JsonNode> seen(Invocation invocation) {
    Map<String, JsonNode> seen = new LinkedHashMap<>();
    seen.put("$event", TestResource.json(invocation.payload()));
    seen.put("$clientContext", TestResource.json(invocation.clientContext().orElse("null")));
    version.environment().forEach((name, value) -> seen.put("$environment." + name, text(value)));
    seen.put("$count", JsonNodeFactory.instance.numberNode(count));
    seen.put("$invokedFunctionArn", text(invocation.invokedFunctionArn()));
    seen.put("$awsRequestId", text(invocation.requestId()));
    seen.put("$functionVersion", text(version.version()));
    seen.put("$functionName", text(version.functionName()));
    seen.put("$memoryLimitInMB", text(Integer.toString(version.memorySize())));
    seen.put("$logGroupName", text(version.logging().logGroup()));
    seen.put("$logStreamName", text(LOG_STREAM));
    seen.put("$callbackWaitsForEmptyEventLoop", JsonNodeFactory.instance.booleanNode(true));
    String handler = version.handler();
    seen.put("$export", text(handler.substring(handler.indexOf('.') + 1)));
    return seen;
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  private static JsonNode filled(JsonNode node, Map<String, JsonNode> seen) {
    if (node.isTextual()) {
      return seen.getOrDefault(node.textValue(), node);
    }
    if (node.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(entry -> object.set(entry.getKey(), filled(entry.getValue(), seen)));
      return object;
    }
    return node;
  }

  @Override
  public long codeBytes() {
    return 1;
  }

  @Override
  public boolean isUsable() {
    return true;
  }

  @Override
  public void close() {}
}

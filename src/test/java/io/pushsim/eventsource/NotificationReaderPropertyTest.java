package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;

/** Whatever comes is read or refused in words, and soon. */
class NotificationReaderPropertyTest {
  private static final List<String> TOKENS =
      List.of(
          "null",
          "{}",
          "[]",
          "\"\"",
          "7",
          "-1",
          "1e999",
          "true",
          "\"aws:s3\"",
          "\"aws:sqs\"",
          "\"aws:sns\"",
          "\"minio:s3\"",
          "\"rustfs:s3\"",
          "\"Records\"",
          "\"Messages\"",
          "\"Body\"",
          "\"body\"",
          "\"Message\"",
          "\"Type\"",
          "\"TopicArn\"",
          "\"detail-type\"",
          "\"eventSource\"",
          "\"EventSource\"",
          "\"Object Created\"",
          "\"100%\"",
          "\"\\ud800\"",
          ":",
          ",",
          "}",
          "]");
  private static final List<String> NAMES =
      TOKENS.stream().filter(token -> token.startsWith("\"")).toList();
  private static final List<String> VALUES =
      TOKENS.stream().filter(token -> !":,}]".contains(token)).toList();
  private static final List<String> SOURCES = sources();

  private static List<String> sources() {
    List<String> sources = new ArrayList<>(CapturedNotificationsTest.bodies());
    new TestResource("eventsource/foreign.yaml")
        .cases()
        .forEach(example -> sources.add(example.path("message").toString()));
    sources.add(RustfsNotificationsTest.PUT);
    sources.add(EventBridgeEventsTest.PUT);
    sources.addAll(
        new TestResource("recordings/s3-notifications.json")
            .json().findParents("detail-type").stream()
                .map(told -> told.toString().replace("\"date\"", "\"2025-01-21T23:25:10Z\""))
                .toList());
    return List.copyOf(sources);
  }

  @Property(tries = 2000)
  void readsOrRefusesInWords_whenMessagesAreAlteredAndNested(
      @ForAll("nested") List<Enveloped> envelopes,
      @ForAll @IntRange(max = 10_000) int source,
      @ForAll @IntRange(max = 4) int changes,
      @ForAll Random random) {
    String message = altered(SOURCES.get(source % SOURCES.size()), changes, random);
    for (Enveloped envelope : envelopes) {
      message = envelope.around(message);
      message = random.nextInt(4) == 0 ? altered(message, 1, random) : message;
    }
    readOrRefuse(message);
  }

  @Property(tries = 500)
  void readsOrRefusesInWords_whenTextIsTorn(
      @ForAll Enveloped envelope,
      @ForAll @IntRange(max = 10_000) int source,
      @ForAll Random random) {
    String message = SOURCES.get(source % SOURCES.size());
    String torn = message.substring(0, random.nextInt(message.length()));

    readOrRefuse(envelope.around(torn + TOKENS.get(random.nextInt(TOKENS.size()))));
    readOrRefuse(envelope.around(message).replaceFirst("[,:{}]", Matcher.quoteReplacement(torn)));
  }

  @Provide
  Arbitrary<List<Enveloped>> nested() {
    return Arbitraries.of(Enveloped.class).list().ofMaxSize(3);
  }

  /** The message with members taken away, renamed or given another value somewhere in it. */
  private static String altered(String message, int changes, Random random) {
    JsonNode root = TestResource.json(message);
    for (int change = 0; change < changes; change++) {
      List<JsonNode> containers = new ArrayList<>();
      collect(root, containers);
      if (containers.isEmpty()) {
        return root.toString();
      }
      JsonNode container = containers.get(random.nextInt(containers.size()));
      JsonNode value = TestResource.json(VALUES.get(random.nextInt(VALUES.size())));
      if (container instanceof ArrayNode list) {
        list.add(value);
      } else {
        alter((ObjectNode) container, value, random);
      }
    }
    return root.toString();
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(element -> collect(element, containers));
    }
  }

  private static void alter(ObjectNode object, JsonNode value, Random random) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? "Records" : names.get(random.nextInt(names.size()));
    String other = TestResource.json(NAMES.get(random.nextInt(NAMES.size()))).asText();
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name, value);
      case 2 -> object.set(other, object.path(name).isMissingNode() ? value : object.remove(name));
      default -> object.set(other, value);
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void readsOrRefusesInWords_whenJsonIsOfItsOwnWords(@ForAll("json") String json) {
    readOrRefuse(json);
  }

  @Provide
  Arbitrary<String> json() {
    Arbitrary<String> names =
        Arbitraries.of(
            "Records",
            "Messages",
            "Body",
            "body",
            "Message",
            "Type",
            "TopicArn",
            "detail-type",
            "source",
            "detail",
            "bucket",
            "object",
            "key",
            "eventSource",
            "EventSource",
            "Sns",
            "s3",
            "name",
            "Event",
            "EventName",
            "Key",
            "eventName",
            "ReceiptHandle",
            "size",
            "time");
    Arbitrary<String> leaves =
        Arbitraries.of(
            "null",
            "7",
            "\"a\"",
            "\"aws.s3\"",
            "\"aws:s3\"",
            "\"aws:sqs\"",
            "\"aws:sns\"",
            "\"rustfs:s3\"",
            "\"minio:s3\"",
            "\"Object Created\"",
            "\"Notification\"",
            "\"s3:TestEvent\"",
            "\"{\\\"Records\\\":[]}\"",
            "\"{}\"");
    return json(names, leaves, 4);
  }

  private static Arbitrary<String> json(
      Arbitrary<String> names, Arbitrary<String> leaves, int depth) {
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<String> values = Arbitraries.oneOf(leaves, json(names, leaves, depth - 1));
    Arbitrary<String> lists =
        values.list().ofMaxSize(2).map(list -> "[" + String.join(",", list) + "]");
    Arbitrary<String> objects =
        Combinators.combine(names, Arbitraries.oneOf(values, lists))
            .as((name, value) -> "\"" + name + "\":" + value)
            .list()
            .ofMaxSize(5)
            .map(members -> "{" + String.join(",", members) + "}");
    return Arbitraries.frequencyOf(Tuple.of(1, lists), Tuple.of(6, objects));
  }

  @Property(tries = 20)
  void isDoneSoon_whenEnvelopesAreHuge(
      @ForAll("nested") List<Enveloped> envelopes,
      @ForAll @IntRange(min = 1, max = 2000) int many) {
    StringBuilder records = new StringBuilder("{\"Records\":[");
    for (int record = 0; record < many; record++) {
      records
          .append(record == 0 ? "" : ",")
          .append("{\"eventSource\":\"aws:sqs\",\"body\":\"{\\\"Records\\\":[]}\"}");
    }
    String message = records.append("]}").toString();
    for (Enveloped envelope : envelopes) {
      message = envelope.around(message);
    }
    readOrRefuse(message);
  }

  private static void readOrRefuse(String message) {
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          try {
            assertThat(new NotificationReader().read(message)).doesNotContainNull();
          } catch (SimulatorException refusal) {
            assertThat(refusal.message()).isNotBlank().doesNotContain("\n").hasSizeLessThan(1000);
          }
        });
  }
}

package io.pushsim.api.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.TestResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Assertions;

@Tag("one-jdk")
class DocumentPropertyTest {
  private static final Set<ErrorCode> REFUSALS =
      Set.of(ErrorCode.S3_MALFORMED_XML, ErrorCode.NOT_SIMULATED);
  private static final int MUTATIONS_A_TRY = 50;

  /** Bytes that mean something to XML, or to a decoder. */
  private static final List<byte[]> FRAGMENTS =
      List.of(
              "<",
              ">",
              "&",
              ";",
              "</",
              "/>",
              "<!--",
              "-->",
              "<![CDATA[",
              "]]>",
              "<?",
              "?>",
              "\"",
              "'",
              "=",
              "xmlns",
              "xmlns=''",
              "&#0;",
              "&#x110000;",
              "&amp;",
              "&e;",
              "<!DOCTYPE x [",
              "<!ENTITY e 'e'>",
              "%e;",
              "<?xml version='1.0'?>",
              "\uFEFF",
              "\u0000",
              " ",
              "\r",
              "<Event/>",
              "<Id>",
              ":",
              "\u00e9",
              "]",
              "<InvocationRole/>")
          .stream()
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  private static final List<byte[]> VALID =
      List.of("configuration-full", "configuration-tutorial", "old-events", "bucket-full").stream()
          .map(name -> new TestResource("s3-xml/requests/%s.xml".formatted(name)).text())
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  @Property(tries = 2000)
  void readsOrRefuses_whateverBecomesOfADocument(@ForAll Random random) {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> mutateAndRead(random));
  }

  private static void mutateAndRead(Random random) {
    byte[] document = VALID.get(random.nextInt(VALID.size()));
    for (int i = 0; i < MUTATIONS_A_TRY; i++) {
      byte[] mutated = mutated(document, random);
      assertReadOrRefused(mutated);
      document = random.nextInt(4) == 0 ? mutated : document;
    }
  }

  private static void assertReadOrRefused(byte[] bytes) {
    for (Document document :
        List.of(Document.NOTIFICATION_CONFIGURATION, Document.CREATE_BUCKET_CONFIGURATION)) {
      try {
        ObjectNode value = document.read(bytes);
        assertThat(document.read(document.write(value))).isEqualTo(value);
      } catch (SimulatorException refusal) {
        assertThat(refusal.code()).isIn(REFUSALS);
      }
    }
  }

  private static byte[] mutated(byte[] document, Random random) {
    int from = random.nextInt(document.length + 1);
    int to = Math.min(document.length, from + random.nextInt(20));
    return switch (random.nextInt(5)) {
      case 0 -> replaced(document, from, to, new byte[0]);
      case 1 -> replaced(document, from, from, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      case 2 -> replaced(document, from, to, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      case 3 -> replaced(document, from, from, Arrays.copyOfRange(document, from, to));
      default ->
          replaced(
              document,
              from,
              Math.min(document.length, from + 1),
              new byte[] {(byte) random.nextInt(256)});
    };
  }

  private static byte[] replaced(byte[] document, int from, int to, byte[] by) {
    byte[] replaced = new byte[document.length - (to - from) + by.length];
    System.arraycopy(document, 0, replaced, 0, from);
    System.arraycopy(by, 0, replaced, from, by.length);
    System.arraycopy(document, to, replaced, from + by.length, document.length - to);
    return replaced;
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void readsWhatItWrote(@ForAll("configurations") JsonNode configuration) {
    byte[] document = Document.NOTIFICATION_CONFIGURATION.write(configuration);

    assertThat(Document.NOTIFICATION_CONFIGURATION.read(document)).isEqualTo(configuration);
  }

  @Provide
  Arbitrary<JsonNode> configurations() {
    return Combinators.combine(
            targets("TopicArn"), targets("QueueArn"), targets("LambdaFunctionArn"))
        .as(
            (topics, queues, functions) -> {
              ObjectNode configuration = JsonNodeFactory.instance.objectNode();
              putUnlessEmpty(configuration, "TopicConfigurations", topics);
              putUnlessEmpty(configuration, "QueueConfigurations", queues);
              putUnlessEmpty(configuration, "LambdaFunctionConfigurations", functions);
              return configuration;
            });
  }

  private static Arbitrary<List<JsonNode>> targets(String name) {
    return Combinators.combine(
            texts(), texts().list().ofMinSize(1).ofMaxSize(3), texts().list().ofMaxSize(3))
        .as((text, events, rules) -> target(name, text, events, rules))
        .list()
        .ofMaxSize(3);
  }

  private static JsonNode target(
      String name, String text, List<String> events, List<String> rules) {
    ObjectNode target = JsonNodeFactory.instance.objectNode().put("Id", text).put(name, text);
    events.forEach(target.withArray("Events")::add);
    if (!rules.isEmpty()) {
      ArrayNode filter = target.putObject("Filter").putObject("Key").putArray("FilterRules");
      rules.forEach(rule -> filter.addObject().put("Name", "prefix").put("Value", rule));
    }
    return target;
  }

  private static void putUnlessEmpty(ObjectNode node, String name, List<JsonNode> items) {
    if (!items.isEmpty()) {
      node.putArray(name).addAll(items);
    }
  }

  /** Everything that XML can hold. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("\t\n\r &<>'\"]-;#")
        .withCharRange(' ', '\ud7ff')
        .withCharRange('\ue000', '\ufffd')
        .ofMaxLength(20)
        .map(text -> text.endsWith("x") ? text + "\ud83d\ude00" : text);
  }
}

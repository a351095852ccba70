package io.pushsim.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.testing.SdkClients;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;

/**
 * pushsim is killed (SIGKILL) at random moments while S3 servers, so to say, notify it: every event
 * that was acknowledged has one end, and one only. It is delivered, or, since some handlers always
 * fail and one is throttled, a dead letter or too old; or a fault dropped it; or it is still
 * queued. {@code -Pcrash} does it a hundred times, {@code -Dpushsim.crash.seed} chooses the same
 * moments once more.
 */
@Tag("one-jdk")
@Timeout(1800)
class CrashIT {
  private static final int ROUNDS = Integer.getInteger("pushsim.crash.rounds", 10);
  private static final long SEED =
      Long.getLong("pushsim.crash.seed", ThreadLocalRandom.current().nextInt(1_000_000));
  private static final int CLIENTS = 16;
  private static final int MOST_IN_A_ROUND = 4000;
  private static final String DEAD_LETTERS = "arn:aws:sns:us-west-2:111111111111:dead-letters";

  /** How keys begin: most events are handled at once, some never, some by a narrow function. */
  private static final List<String> KINDS =
      List.of("event", "event", "event", "poison", "event", "narrow", "event", "event");

  private static final String ACCOUNT = "111111111111";
  private static final String PUT = new TestResource("minio-events/01-put.json").text();

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger sent = new AtomicInteger();

  @Test
  void everyAcknowledgedEventHasOneEnd() throws InterruptedException {
    Duration loaded = Duration.ZERO;
    for (int round = 0; round < ROUNDS; round++) {
      ServedProcess served = start();
      if (round == 0) {
        build(served.endpoint());
      }
      loaded = loaded.plus(killUnderLoad(served));
      assertThat(served.faults()).isEmpty();
    }
    Map<String, List<End>> ends;
    int owed;
    int letters;
    try (ServedProcess served = start()) {
      AdminClient admin = new AdminClient(served.endpoint());
      owed =
          count(admin, "deliveries?outcome=running")
              + count(admin, "deliveries?outcome=waiting")
              + count(admin, "events?outcome=accepted");
      awaitEnds(admin);
      ends = ends(admin);
      letters = count(admin, "messages?target=" + DEAD_LETTERS);
      assertThat(served.faults()).isEmpty();
    }
    Map<End, Integer> sums = new TreeMap<>();
    acknowledged.forEach(
        key -> ends.getOrDefault(key, List.of()).forEach(end -> sums.merge(end, 1, Integer::sum)));
    System.out.printf(
        "CrashIT: seed %d, killed %d times in %.1f s under load: %d events sent, %d acknowledged, which ended as %s; %d dead letters; %d events and deliveries were owed at the last start%n",
        SEED,
        ROUNDS,
        loaded.toMillis() / 1000.0,
        sent.get(),
        acknowledged.size(),
        sums,
        letters,
        owed);
    assertThat(acknowledged)
        .as("seed %d", SEED)
        .allSatisfy(key -> assertThat(ends).extractingByKey(key).asInstanceOf(LIST).hasSize(1));
    assertThat(sums.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(acknowledged.size());
    assertThat(letters)
        .isEqualTo(
            ends.values().stream()
                .flatMap(List::stream)
                .filter(end -> end == End.DEAD_LETTER || end == End.EXPIRED)
                .count());
    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
  }

  /** What can come of an event. */
  private enum End {
    DELIVERED,
    DEAD_LETTER,
    EXPIRED,
    DROPPED,
    QUEUED
  }

  private static int count(AdminClient admin, String list) {
    return admin.found(list + "&count=true").path("count").intValue();
  }

  /** What is under way ends, and what waits to be tried again, for two minutes at the most. */
  private static void awaitEnds(AdminClient admin) {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    do {
      assertThat(admin.get("settled?timeout=5m").statusCode()).isEqualTo(200);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    } while (count(admin, "deliveries?outcome=waiting")
                + count(admin, "deliveries?outcome=running")
                + count(admin, "events?outcome=accepted")
            > 0
        && System.nanoTime() < end);
  }

  private ServedProcess start() {
    return ServedProcess.start(
        "--data",
        folder.toString(),
        "--keep-deliveries",
        "1000000",
        "--region",
        "us-west-2",
        "--time-scale",
        "1000",
        "--chaos",
        "drop=2%,delay=0-20s");
  }

  /** Clients post events, each its own, until pushsim is dead. */
  private Duration killUnderLoad(ServedProcess served) throws InterruptedException {
    URI events = served.endpoint().resolve("/_pushsim/events");
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    AtomicInteger left = new AtomicInteger(MOST_IN_A_ROUND);
    long start = System.nanoTime();
    for (int i = 0; i < CLIENTS; i++) {
      clients.execute(
          () -> {
            while (left.decrementAndGet() >= 0 && post(events)) {
              // The next one.
            }
          });
    }
    if (random.nextInt(4) > 0) {
      awaitFirstAnswer();
    }
    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1500)).toNanos());
    served.kill();
    Duration loaded = Duration.ofNanos(System.nanoTime() - start);
    clients.shutdown();
    assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    return loaded;
  }

  /** In most rounds: a busy machine takes its time, and what is killed before is seldom at work. */
  private void awaitFirstAnswer() {
    int before = acknowledged.size();
    while (acknowledged.size() == before) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  /** Whether the event was acknowledged. */
  private boolean post(URI events) {
    int number = sent.incrementAndGet();
    String key = "%s-%06d".formatted(KINDS.get(number % KINDS.size()), number);
    String body =
        PUT.replace("HappyFace.jpg", key).replace("18EA89DBFA75C975", "18%06d".formatted(number));
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(events)
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        assertThat(answer.body()).contains("\"accepted\":1");
        acknowledged.add(key);
      }
      return answer.statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What came of each key's events. */
  private static Map<String, List<End>> ends(AdminClient admin) {
    Map<String, List<End>> ends = new HashMap<>();
    each(
        admin,
        "deliveries",
        "",
        delivery ->
            ends.computeIfAbsent(delivery.path("key").asText(), key -> new ArrayList<>())
                .add(end(delivery)));
    each(
        admin,
        "events",
        "&outcome=dropped",
        event ->
            ends.computeIfAbsent(event.path("key").asText(), key -> new ArrayList<>())
                .add(End.DROPPED));
    each(
        admin,
        "events",
        "&outcome=accepted",
        event ->
            ends.computeIfAbsent(event.path("key").asText(), key -> new ArrayList<>())
                .add(End.QUEUED));
    return ends;
  }

  private static void each(
      AdminClient admin, String list, String query, Consumer<JsonNode> reader) {
    String next = "";
    do {
      JsonNode page = admin.found(list + "?limit=1000" + query + next);
      page.path(list).forEach(reader);
      next = page.has("next") ? "&next=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
  }

  private static End end(JsonNode delivery) {
    String outcome = delivery.path("outcome").asText();
    switch (outcome) {
      case "succeeded" -> {
        assertThat(
                delivery.path("attempts").path(delivery.path("attempts").size() - 1).path("result"))
            .isEqualTo(delivery.path("key"));
        return End.DELIVERED;
      }
      case "failed", "expired" -> {
        assertThat(delivery.at("/sentTo/0/target").asText()).isEqualTo(DEAD_LETTERS);
        assertThat(delivery.at("/sentTo/0").has("failure")).isFalse();
        if (outcome.equals("failed")) {
          assertThat(delivery.path("key").asText()).startsWith("poison-");
          assertThat(delivery.path("attempts")).hasSize(3);
        }
        return outcome.equals("failed") ? End.DEAD_LETTER : End.EXPIRED;
      }
      case "waiting", "running" -> {
        return End.QUEUED;
      }
      default -> throw new AssertionError("no event should end so: " + delivery);
    }
  }

  private static void build(URI endpoint) {
    SdkClients clients = new SdkClients(endpoint, "us-west-2", ACCOUNT, "any");
    try (LambdaClient lambda = clients.lambda();
        S3Client s3 = clients.s3()) {
      create(
          lambda,
          "helloworld",
          "(k => { if (k[0] == 'p') throw new Error(k); return k; })(event.Records[0].s3.object.key)");
      create(
          lambda,
          "narrow",
          "await new Promise(done => setTimeout(done, 5, event.Records[0].s3.object.key))");
      lambda.putFunctionConcurrency(
          request -> request.functionName("narrow").reservedConcurrentExecutions(1));
      s3.createBucket(request -> request.bucket("examplebucket"));
      s3.putBucketNotificationConfiguration(
          request ->
              request
                  .bucket("examplebucket")
                  .notificationConfiguration(
                      configuration ->
                          configuration.lambdaFunctionConfigurations(
                              rule("helloworld", "event-"),
                              rule("helloworld", "poison-"),
                              rule("narrow", "narrow-"))));
    }
  }

  private static void create(LambdaClient lambda, String name, String expression) {
    lambda.createFunction(
        request ->
            request
                .functionName(name)
                .runtime(Runtime.NODEJS22_X)
                .role("arn:aws:iam::111111111111:role/any")
                .handler("index.handler")
                .publish(true)
                .deadLetterConfig(letters -> letters.targetArn(DEAD_LETTERS))
                .code(code -> code.zipFile(SdkBytes.fromByteArray(Zips.ofHandler(expression)))));
    lambda.createAlias(request -> request.functionName(name).name("PROD").functionVersion("1"));
    lambda.addPermission(
        request ->
            request
                .functionName(name)
                .qualifier("PROD")
                .statementId("s3")
                .principal("s3.amazonaws.com")
                .action("lambda:InvokeFunction")
                .sourceArn("arn:aws:s3:::examplebucket")
                .sourceAccount(ACCOUNT));
  }

  private static LambdaFunctionConfiguration rule(String function, String prefix) {
    return LambdaFunctionConfiguration.builder()
        .id(prefix)
        .lambdaFunctionArn(
            "arn:aws:lambda:us-west-2:111111111111:function:%s:PROD".formatted(function))
        .events(Event.S3_OBJECT_CREATED)
        .filter(
            filter ->
                filter.key(
                    key ->
                        key.filterRules(
                            FilterRule.builder()
                                .name(FilterRuleName.PREFIX)
                                .value(prefix)
                                .build())))
        .build();
  }
}

package io.pushsim.distribution;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;

/**
 * pushsim is killed (SIGKILL) at random moments while S3 servers, so to say, notify it: every event
 * that was acknowledged is delivered, at least once. {@code -Pcrash} does it a hundred times,
 * {@code -Dpushsim.crash.seed} chooses the same moments once more.
 */
@Timeout(1800)
class CrashIT {
  private static final int ROUNDS = Integer.getInteger("pushsim.crash.rounds", 10);
  private static final long SEED =
      Long.getLong("pushsim.crash.seed", ThreadLocalRandom.current().nextInt(1_000_000));
  private static final int CLIENTS = 16;
  private static final int MOST_IN_A_ROUND = 4000;
  private static final String ACCOUNT = "111111111111";
  private static final String PUT = new TestResource("minio-events/01-put.json").text();

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger sent = new AtomicInteger();

  @Test
  void everyAcknowledgedEventIsDelivered() throws InterruptedException {
    Duration loaded = Duration.ZERO;
    for (int round = 0; round < ROUNDS; round++) {
      ServedProcess served = start();
      if (round == 0) {
        build(served.endpoint());
      }
      loaded = loaded.plus(killUnderLoad(served));
      assertThat(served.faults()).isEmpty();
    }
    Map<String, Integer> delivered;
    int owed;
    try (ServedProcess served = start()) {
      AdminClient admin = new AdminClient(served.endpoint());
      owed =
          admin.found("deliveries?outcome=running&count=true").path("count").intValue()
              + admin.found("events?outcome=accepted&count=true").path("count").intValue();
      assertThat(admin.get("settled?timeout=5m").statusCode()).isEqualTo(200);
      delivered = delivered(admin);
      assertThat(served.faults()).isEmpty();
    }
    System.out.printf(
        "CrashIT: seed %d, killed %d times in %.1f s under load: %d events sent, %d acknowledged, %d of these delivered, %d runs of handlers told; %d events and deliveries were owed at the last start%n",
        SEED,
        ROUNDS,
        loaded.toMillis() / 1000.0,
        sent.get(),
        acknowledged.size(),
        acknowledged.stream().filter(delivered::containsKey).count(),
        delivered.values().stream().mapToInt(Integer::intValue).sum(),
        owed);
    Set<String> lost = new TreeSet<>(acknowledged);
    lost.removeAll(delivered.keySet());
    assertThat(lost).as("seed %d", SEED).isEmpty();
    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
  }

  private ServedProcess start() {
    return ServedProcess.start(
        "--data", folder.toString(), "--keep-deliveries", "1000000", "--region", "us-west-2");
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
    String key = "event-%06d".formatted(sent.incrementAndGet());
    String body =
        PUT.replace("HappyFace.jpg", key).replace("18EA89DBFA75C975", key.replace("event-", "18"));
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

  /** How many runs each key's deliveries have had. */
  private static Map<String, Integer> delivered(AdminClient admin) {
    Map<String, Integer> runs = new HashMap<>();
    String next = "";
    do {
      JsonNode page = admin.found("deliveries?outcome=succeeded&limit=1000" + next);
      for (JsonNode delivery : page.path("deliveries")) {
        assertThat(delivery.at("/attempts/0/result")).isEqualTo(delivery.path("key"));
        runs.merge(delivery.path("key").asText(), delivery.path("attempts").size(), Integer::sum);
      }
      next = page.has("next") ? "&next=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    return runs;
  }

  private static void build(URI endpoint) {
    SdkClients clients = new SdkClients(endpoint, "us-west-2", ACCOUNT, "any");
    try (LambdaClient lambda = clients.lambda();
        S3Client s3 = clients.s3()) {
      lambda.createFunction(
          request ->
              request
                  .functionName("helloworld")
                  .runtime(Runtime.NODEJS22_X)
                  .role("arn:aws:iam::111111111111:role/any")
                  .handler("index.handler")
                  .publish(true)
                  .code(
                      code ->
                          code.zipFile(
                              SdkBytes.fromByteArray(
                                  Zips.ofHandler("event.Records[0].s3.object.key")))));
      lambda.createAlias(
          request -> request.functionName("helloworld").name("PROD").functionVersion("1"));
      lambda.addPermission(
          request ->
              request
                  .functionName("helloworld")
                  .qualifier("PROD")
                  .statementId("s3")
                  .principal("s3.amazonaws.com")
                  .action("lambda:InvokeFunction")
                  .sourceArn("arn:aws:s3:::examplebucket")
                  .sourceAccount(ACCOUNT));
      s3.createBucket(request -> request.bucket("examplebucket"));
      s3.putBucketNotificationConfiguration(
          request ->
              request
                  .bucket("examplebucket")
                  .notificationConfiguration(
                      configuration ->
                          configuration.lambdaFunctionConfigurations(
                              LambdaFunctionConfiguration.builder()
                                  .lambdaFunctionArn(
                                      "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD")
                                  .events(Event.S3_OBJECT_CREATED)
                                  .build())));
    }
  }
}

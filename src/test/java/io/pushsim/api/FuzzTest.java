package io.pushsim.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.api.http.ClientLimits;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.RawConnection;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sends hostile requests to a server: each is answered, with no fault of the server's, or its
 * connection is closed, in time; and the server goes on as before, with nothing left behind.
 *
 * <p>How many, and from which seed on, {@code -Dpushsim.fuzz.requests} and {@code
 * -Dpushsim.fuzz.seed} say.
 */
@Tag("one-jdk")
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("pushsim.fuzz.requests", 3000);
  private static final long SEED = Long.getLong("pushsim.fuzz.seed", 20260101);
  private static final int CLIENTS = 12;
  private static final int BETWEEN_CHECKS = 500;
  private static final Duration TIME_BOUND = Duration.ofSeconds(20);
  private static final long MOST_NEW_HEAP = 96L << 20;
  private static final int MOST_NEW_THREADS = 30;

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final ClientLimits LIMITS =
      new ClientLimits(
          64,
          Duration.ofMillis(300),
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          Duration.ofSeconds(5),
          1 << 20,
          Duration.ofMillis(300),
          100 << 20);

  private static final String OTHERS_ACCOUNT =
      "Host: localhost\r\nAuthorization: AWS4-HMAC-SHA256 "
          + "Credential=222222222222/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0\r\n"
          + "X-Amz-Date: 20260101T000000Z\r\n";

  private static final String OWN_ACCOUNT = "Host: localhost\r\n";

  private final HostileRequests requests = new HostileRequests(SEED);
  private final Map<String, AtomicInteger> outcomes = new ConcurrentSkipListMap<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();

  @Test
  void everyRequestIsAnsweredOrItsConnectionClosed() throws Exception {
    long began = System.nanoTime();
    try (LiveServer server = new LiveServer(ServeSettings.onFreePort().withLimits(LIMITS))) {
      createGood(server);
      send(server, REQUESTS / 3);
      Footprint before = Footprint.of(server);
      send(server, REQUESTS);
      Footprint after = Footprint.of(server);

      System.out.printf(
          "FuzzTest: seed %d, %d requests in %.1f s: %s; before %s, after %s%n",
          SEED, REQUESTS, (System.nanoTime() - began) / 1e9, outcomes, before, after);
      assertThat(failures).as("failures with seed " + SEED).isEmpty();
      assertThat(server.faults()).isEmpty();
      assertThat(after.heap - before.heap).as("new heap in use").isLessThan(MOST_NEW_HEAP);
      assertThat(after.threads - before.threads)
          .as("new threads")
          .isLessThanOrEqualTo(MOST_NEW_THREADS);
    }
  }

  private void send(LiveServer server, int until) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Callable<Void>> work =
        IntStream.range(0, CLIENTS)
            .<Callable<Void>>mapToObj(i -> () -> send1(server, until))
            .toList();
    for (Future<Void> done : clients.invokeAll(work)) {
      done.get();
    }
    clients.shutdown();
    checkGood(server);
  }

  private Void send1(LiveServer server, int until) {
    for (int number = next.getAndIncrement(); number < until; number = next.getAndIncrement()) {
      Hostile hostile = requests.get(number);
      try {
        outcomes
            .computeIfAbsent(outcome(server, hostile, number), name -> new AtomicInteger())
            .incrementAndGet();
        if (number % BETWEEN_CHECKS == 0) {
          checkGood(server);
        }
      } catch (IOException | RuntimeException | AssertionError e) {
        if (failures.size() < 20) {
          failures.add("request %d of seed %d: %s\n%s".formatted(number, SEED, e, hostile.shown()));
        }
      }
    }
    return null;
  }

  /** What came of a request, in a word. */
  private static String outcome(LiveServer server, Hostile hostile, int number) throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.timeout(TIME_BOUND);
      try {
        connection.send(hostile.bytes());
        if (number % 16 == 0) {
          return "client gone";
        }
      } catch (SocketException e) {
        // Refused while it was still being sent; the answer is there all the same.
      }
      return read(connection, hostile);
    }
  }

  private static String read(RawConnection connection, Hostile hostile) throws IOException {
    Optional<RawConnection.Answer> answer;
    try {
      do {
        answer = connection.read(hostile.method());
      } while (answer.filter(given -> given.status() < 200).isPresent());
    } catch (SocketTimeoutException e) {
      throw new AssertionError("neither answered nor closed within " + TIME_BOUND, e);
    } catch (SocketException e) {
      return "reset";
    }
    if (answer.isEmpty()) {
      return "closed";
    }
    check(answer.get(), hostile);
    if (hostile.isWhole() && answer.get().header("connection").isEmpty()) {
      checkNext(connection);
    }
    return String.valueOf(answer.get().status());
  }

  /** What followed on the connection was no part of the former request. */
  private static void checkNext(RawConnection connection) throws IOException {
    RawConnection.Answer following =
        connection
            .send("GET /2015-03-31/functions/none HTTP/1.1\r\n" + OTHERS_ACCOUNT + "\r\n")
            .read();
    assertThat(following.body()).contains("222222222222:function:none");
  }

  private static void check(RawConnection.Answer answer, Hostile hostile) throws IOException {
    String code = answer.status() < 400 ? "" : code(answer, hostile);
    boolean allowed =
        answer.status() < 500
            || (answer.status() == 501 && code.matches("NotSimulatedException|NotImplemented|"))
            || (answer.status() == 503 && code.matches("SlowDown|"));
    assertThat(allowed).as(answer.toString()).isTrue();
    assertThat(answer.header("date")).as(answer.toString()).isPresent();
    assertThat(answer.headers()).doesNotContainKey("x-injected");
  }

  /** The error's code; empty in an answer to HEAD. */
  private static String code(RawConnection.Answer answer, Hostile hostile) throws IOException {
    if (hostile.method().equals("HEAD")) {
      return "";
    }
    if (answer.header("content-type").orElse("").contains("xml")) {
      assertThat(answer.body()).matches("(?s).*<Code>\\w+</Code>.*");
      return answer.body().replaceAll("(?s).*<Code>(\\w+)</Code>.*", "$1");
    }
    JsonNode body = MAPPER.readTree(answer.body());
    assertThat(body.path("message").isTextual() || body.path("Message").isTextual())
        .as(answer.toString())
        .isTrue();
    // pushsim's own paths tell the code in the body.
    return answer.header("x-amzn-errortype").orElse(body.path("error").asText("none at all"));
  }

  private static void createGood(LiveServer server) throws IOException {
    assertThat(create(server, OTHERS_ACCOUNT, "good", "event.said")).isEqualTo(201);
    assertThat(create(server, OWN_ACCOUNT, "fuzzed", "event")).isEqualTo(201);
    String alias = "{\"Name\":\"PROD\",\"FunctionVersion\":\"1\"}";
    String path = "POST /2015-03-31/functions/fuzzed/aliases";
    assertThat(answer(server, path, OWN_ACCOUNT, alias).status()).isEqualTo(201);
    checkGood(server);
  }

  private static int create(LiveServer server, String account, String name, String answers)
      throws IOException {
    String function =
        ("{\"FunctionName\":\"%s\",\"Runtime\":\"nodejs22.x\",\"Handler\":\"index.handler\",\"Publish\":true,"
                + "\"Role\":\"arn:aws:iam::222222222222:role/any\",\"Code\":{\"ZipFile\":\"%s\"}}")
            .formatted(name, Base64.getEncoder().encodeToString(Zips.ofHandler(answers)));
    return answer(server, "POST /2015-03-31/functions", account, function).status();
  }

  private static void checkGood(LiveServer server) throws IOException {
    RawConnection.Answer answer =
        answer(
            server,
            "POST /2015-03-31/functions/good/invocations",
            OTHERS_ACCOUNT,
            "{\"said\":\"good\"}");
    assertThat(answer.body()).isEqualTo("\"good\"");
  }

  private static RawConnection.Answer answer(
      LiveServer server, String line, String account, String body) throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.timeout(TIME_BOUND);
      return connection
          .send(
              "%s HTTP/1.1\r\n%sContent-Length: %d\r\n\r\n%s"
                  .formatted(line, account, body.getBytes(UTF_8).length, body))
          .read();
    }
  }

  /** What a server takes that has nothing to do. */
  private record Footprint(long heap, int threads) {
    static Footprint of(LiveServer server) throws InterruptedException {
      long end = System.nanoTime() + TIME_BOUND.toNanos();
      while (server.connections() > 0 || server.bodyBytes() > 0 || server.active() > 0) {
        assertThat(System.nanoTime())
            .as(
                "%d connections, %d bytes of bodies and %d invocations are left",
                server.connections(), server.bodyBytes(), server.active())
            .isLessThan(end);
        Thread.sleep(20);
      }
      System.gc();
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      return new Footprint(runtime.totalMemory() - runtime.freeMemory(), Thread.activeCount());
    }

    @Override
    public String toString() {
      return "%d MB and %d threads".formatted(heap >> 20, threads);
    }
  }
}

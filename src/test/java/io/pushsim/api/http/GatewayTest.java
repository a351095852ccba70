package io.pushsim.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.api.ApiServer;
import io.pushsim.api.access.Admission;
import io.pushsim.api.access.HostCheck;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.RawConnection;
import io.pushsim.time.Ids;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request gets one answer whatever its service does, and its memory is free afterwards. */
class GatewayTest {
  private static final int LARGE = 100_000;

  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final BodyBudget budget = new BodyBudget(1 << 20);
  private final List<String> answered = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch clientGone = new CountDownLatch(1);
  private final CompletableFuture<String> afterwards = new CompletableFuture<>();
  private Vertx vertx;
  private ApiServer server;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    Faults reported =
        new Faults((what, fault) -> faults.add(fault.toString()), (what, refusal) -> {});
    Scope caller = new Scope("111111111111", "us-east-1");
    Gateway gateway =
        new Gateway(
            vertx,
            Ids.random(),
            (head, expected) -> {
              if (head.path().equals("/caller")) {
                throw new IllegalStateException("caller");
              }
              return Admission.ofNobody(caller);
            },
            caller,
            new ServiceDirectory(Map.of(), new Misbehaving(reported)),
            reported,
            budget,
            (service, operation, status, nanos, received, sent) ->
                answered.add("%s %d %d %d".formatted(operation, status, received, sent)));
    server =
        ApiServer.start(
                vertx,
                "127.0.0.1",
                0,
                new HostGate(new HostCheck("127.0.0.1", List.of())),
                Router.router(vertx),
                gateway,
                new ConnectionGuard(ClientLimits.defaults()))
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    server.close().toCompletionStage().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({
    "caller, caller",
    "plan, plan",
    "limit, limit",
    "throw, throw",
    "overflow, StackOverflowError",
  })
  void answers500AndReports_whenTheServiceFails(String path, String fault) throws IOException {
    for (int length : new int[] {0, 10, LARGE}) {
      try (RawConnection connection = post(path, length)) {
        assertThat(connection.read().status()).isEqualTo(500);
      }
    }

    assertThat(faults).hasSize(3).allMatch(reported -> reported.contains(fault));
    assertThat(budget.taken()).isZero();
  }

  @Test
  void answersWithTheRefusal_whenTheServiceRefuses() throws IOException {
    try (RawConnection connection = post("refuse", 10)) {
      assertThat(connection.read().body()).contains("refused");
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void answersOnce_whenTheServiceAnswersAndThenFails() throws IOException {
    try (RawConnection connection = post("answerAndThrow", LARGE)) {
      assertThat(connection.read().body()).isEqualTo("first");
      assertThat(connection.send("POST /echo HTTP/1.1\r\nHost: localhost\r\n\r\n").read().body())
          .isEqualTo("0");
    }
    assertThat(budget.taken()).isZero();
  }

  @Test
  void closes_whenAnAnswerCannotBeWritten() throws IOException {
    try (RawConnection connection = post("header", 10)) {
      assertThat(connection.read("POST")).isEmpty();
    }
    assertThat(budget.taken()).isZero();
  }

  @Test
  void givesMemoryBack_whenTheAnswerComesAfterTheClientWent()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    try (RawConnection connection = post("late", LARGE)) {
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(budget.taken()).isEqualTo(LARGE);
      connection.reset();
    }
    while (server.connections() > 0) {
      Thread.onSpinWait();
    }
    clientGone.countDown();

    assertThat(afterwards.get(10, TimeUnit.SECONDS)).isEqualTo("0 bytes");
    assertThat(faults).isEmpty();
  }

  @Test
  void countsAnAnswerAsMemory_untilItIsRead() throws IOException {
    try (RawConnection connection = post("large", 0)) {
      assertThat(connection.read().body()).hasSize(500_000);
    }
    while (budget.taken() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void letsBodyAndAnswerFlow_whenTheTaskIsStreamed() throws IOException {
    try (RawConnection connection = post("stream", LARGE)) {
      assertThat(connection.read().body()).hasSize(LARGE);
    }
    assertThat(budget.taken()).isZero();
    assertThat(answered).containsExactly("stream 200 100000 100000");
  }

  @Test
  void answers500_whenAStreamFailsBeforeItsAnswer() throws IOException {
    try (RawConnection connection = post("streamThrow", 10)) {
      assertThat(connection.read().status()).isEqualTo(500);
    }
    assertThat(faults).hasSize(1);
  }

  @Test
  void closes_whenAStreamFailsWithinItsAnswer() throws IOException {
    try (RawConnection connection = post("streamHalf", 10)) {
      assertThat(connection.readToEnd()).contains("HTTP/1.1 200 OK").contains("half");
    }
    assertThat(faults).hasSize(1);
  }

  private RawConnection post(String path, int length) throws IOException {
    return new RawConnection(server.port())
        .send(
            "POST /%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, length, "x".repeat(length)));
  }

  /** A service that does what the path says. */
  private final class Misbehaving implements WireService {
    private final Faults reported;

    private Misbehaving(Faults reported) {
      this.reported = reported;
    }

    @Override
    public String name() {
      return "misbehaving";
    }

    @Override
    public Task plan(Exchange exchange) {
      String path = RequestHeads.path(exchange.request()).substring(1);
      if (path.equals("plan")) {
        throw new IllegalStateException(path);
      }
      if (path.startsWith("stream")) {
        return streamed(path, exchange);
      }
      return new WholeTask() {
        @Override
        public String operation() {
          return path;
        }

        @Override
        public BodyLimit bodyLimit() {
          if (path.equals("limit")) {
            throw new IllegalStateException(path);
          }
          return new BodyLimit(1 << 20, () -> refusal("too large"));
        }

        @Override
        public void carryOut(byte[] body) {
          misbehave(path, exchange, body);
        }
      };
    }

    private Task streamed(String path, Exchange exchange) {
      return new StreamedTask() {
        @Override
        public String operation() {
          return path;
        }

        @Override
        public void carryOut(Admission admission) {
          HttpServerResponse response = exchange.request().response().setChunked(true);
          switch (path) {
            case "streamThrow" -> throw new IllegalStateException(path);
            case "streamHalf" ->
                response
                    .write("half")
                    .onComplete(
                        written -> fail(exchange, new IllegalStateException("the other half")));
            default -> {
              response
                  .setChunked(false)
                  .putHeader("Content-Length", exchange.header("Content-Length").orElseThrow());
              exchange.request().pipeTo(response);
            }
          }
        }
      };
    }

    private void misbehave(String path, Exchange exchange, byte[] body) {
      switch (path) {
        case "throw" -> throw new IllegalStateException(path);
        case "overflow" -> throw new StackOverflowError();
        case "refuse" -> throw refusal("refused");
        case "answerAndThrow" -> {
          exchange.answer(text("first", Map.of()));
          throw new IllegalStateException("second");
        }
        case "header" -> exchange.answer(text("a", Map.of("X", "a\r\nY: b")));
        case "large" -> exchange.answer(text("y".repeat(500_000), Map.of()));
        case "late" -> answerLate(exchange);
        default -> exchange.answer(text(String.valueOf(body.length), Map.of()));
      }
    }

    private void answerLate(Exchange exchange) {
      begun.countDown();
      new Thread(
              () -> {
                try {
                  clientGone.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                exchange.answer(text("late", Map.of()));
                afterwards.complete(budget.taken() + " bytes");
              })
          .start();
    }

    @Override
    public void fail(Exchange exchange, Throwable failure) {
      exchange.answer(
          HttpRefusals.answer(
              reported.asAnswered(failure, ErrorCode.SERVICE, exchange), exchange.requestId()));
    }

    private SimulatorException refusal(String text) {
      return new SimulatorException(ErrorCode.INVALID_INPUT, text);
    }

    private Exchange.Answer text(String text, Map<String, String> headers) {
      return new Exchange.Answer(200, headers, text.getBytes(StandardCharsets.UTF_8));
    }
  }
}

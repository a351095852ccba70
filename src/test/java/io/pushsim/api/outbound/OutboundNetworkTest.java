package io.pushsim.api.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.InvocationReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What handlers reach, and how long their requests live. */
@Timeout(200)
class OutboundNetworkTest {
  private static final String ASK =
      """
      const ask = (url) => new Promise((resolve) => require('http').get(url, (response) => {
        let text = '';
        response.on('data', (part) => { text += part; }).on('end', () => resolve(text));
      }).on('error', (error) => resolve(error.code)));
      """;

  private final LiveHandlers handlers =
      new LiveHandlers(1, true, "peer.example:PORT", "*.below.example:443", "[::2]:PORT");

  @AfterEach
  void close() {
    handlers.close();
  }

  @Test
  void reachesNothingThatIsNotAllowed_howeverItIsWritten() {
    String answer =
        handlers.answer(
            ASK
                + """
                exports.handler = async () => {
                  const peers = ['127.0.0.1:2', '127.0.0.2:$PORT$', '2130706434:$PORT$', '[::ffff:127.0.0.1]:$PORT$', '[::1]:2', '0.0.0.0:$PORT$',
                    'peer.example.:$PORT$', 'PEER.example:2', 'below.example:443', 'notbelow.example:443', '169.254.169.254', 'amazonaws.com',
                    's3.amazonaws.com.example', '[::2]:2', 'localhost.:$PORT$'];
                  const codes = await Promise.all(peers.map((peer) => ask(`http://${peer}/echo`)));
                  const plain = await Promise.all(['2130706434', '0x7f000002', '127.2'].map((host) => new Promise((resolve) =>
                    require('http').get({ host, port: $PORT$ }).on('error', (error) => resolve(error.code)))));
                  const fetched = await Promise.all(peers.map((peer) => fetch(`http://${peer}/echo`).catch((error) => error.cause.code)));
                  return [...codes, ...plain, ...fetched].filter((code) => code !== 'EACCES');
                };
                """);

    assertThat(answer).isEqualTo("[]");
    assertThat(handlers.server().requests()).isZero();
  }

  @Test
  void saysWhatWouldAllowThePeer() {
    String answer =
        handlers.answer(
            "exports.handler = (e, c, done) => require('https').get('https://api.example.com/x').on('error', (error) => done(null, error.message));");

    assertThat(answer).contains("EACCES").contains("--allow-net api.example.com:443");
  }

  @Test
  void doesNotFollowARedirectToWhatIsNotAllowed() {
    String answer =
        handlers.answer(
            "exports.handler = () => fetch('http://127.0.0.1:$PORT$/redirect?code=302&to=http://127.0.0.2:$PORT$/echo').then(() => 'followed', (error) => error.cause.code);");

    assertThat(answer).isEqualTo("\"EACCES\"");
    assertThat(handlers.server().requests()).isEqualTo(1);
  }

  @Test
  void findsAwsEndpointsAtPushsimsOwn_withoutTls() {
    String answer =
        handlers.answer(
            """
            exports.handler = async () => {
              const answers = [];
              for (const url of ['https://sqs.us-west-2.amazonaws.com/echo', 'http://bucket.s3.amazonaws.com/echo', 'http://localhost:$PORT$/echo']) {
                answers.push((await (await fetch(url)).json()).headers[0]);
              }
              return answers;
            };
            """);

    assertThat(answer)
        .isEqualTo(
            "[\"host: sqs.us-west-2.amazonaws.com\",\"host: bucket.s3.amazonaws.com\",\"host: localhost:%d\"]"
                .formatted(handlers.server().port()));
  }

  @Test
  void refusesWhatWouldChangeWhomAConnectionTrusts() {
    String answer =
        handlers.answer(
            """
            exports.handler = async () => {
              try {
                require('https').request({ host: 'api.example.com', rejectUnauthorized: false });
              } catch (error) {
                return error.message;
              }
            };
            """);

    assertThat(answer).contains("does not simulate the option rejectUnauthorized: false");
  }

  @Test
  void goesOnWithARequest_whenTheNextInvocationThawsTheEnvironment() {
    String code =
        ASK
            + """
            let came = 'nothing yet';
            exports.handler = (event, context, done) => {
              if (event.first) {
                context.callbackWaitsForEmptyEventLoop = false;
                ask('http://localhost:$PORT$/hold').then((text) => { came = text; });
                setTimeout(() => done(null, came), 200);
              } else {
                setTimeout(() => done(null, came), 500);
              }
            };
            """;
    try (ExecutionEnvironment environment = handlers.environment(code)) {
      InvocationReport first = handlers.run(environment, "{\"first\":true}");
      handlers.server().release();
      InvocationReport second = handlers.run(environment, "{}");

      assertThat(first.result().payload()).isEqualTo("\"nothing yet\"");
      assertThat(second.result().payload()).isEqualTo("\"released\"");
    }
  }

  @Test
  void waitsForARequestUnderWay_whereTheHandlerWantsItsLoopEmpty() {
    String answer =
        handlers.answer(
            ASK
                + """
                exports.handler = (event, context, done) => {
                  const answer = {};
                  ask('http://localhost:$PORT$/chunks').then((text) => { answer.text = text; });
                  done(null, answer);
                };
                """);

    // The answer is written down at the end, as by Lambda's runtime client.
    assertThat(answer).isEqualTo("{\"text\":\"one,two,three\"}");
  }

  @Test
  void abortsWhatIsUnderWay_whenTheEnvironmentIsClosed() throws InterruptedException {
    ExecutionEnvironment environment =
        handlers.environment(
            ASK
                + "exports.handler = async () => { ask('http://localhost:$PORT$/hold'); await new Promise((r) => setTimeout(r, 500)); };");
    handlers.run(environment, "{}");
    assertThat(handlers.server().held()).isEqualTo(1);

    environment.close();

    assertThat(handlers.server().closures().tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void timesOut_whileARequestHangs() throws InterruptedException {
    ExecutionEnvironment environment =
        handlers.environment(
            ASK + "exports.handler = () => ask('http://localhost:$PORT$/hold');",
            Duration.ofSeconds(15));

    InvocationReport report = handlers.run(environment, "{}");

    assertThat(report.result().payload()).contains("Task timed out after 15.00 seconds");
    assertThat(handlers.server().closures().tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    environment.close();
  }

  @Test
  void letsManyRequestsWait_withOneThread() {
    String code =
        ASK
            + """
            exports.handler = async (event) => {
              const agent = new (require('http').Agent)();
              const all = Array.from({ length: 200 }, () => ask({ port: $PORT$, path: '/hold', agent }));
              return (await Promise.all(all)).filter((text) => text === 'released').length;
            };
            """;
    List<CompletableFuture<InvocationReport>> reports = new ArrayList<>();
    try (ExecutionEnvironment waiting = handlers.environment(code);
        ExecutionEnvironment other =
            handlers.environment("exports.handler = async () => 'meanwhile';")) {
      reports.add(handlers.begin(waiting, "{}"));
      while (handlers.server().held() < 200) {
        Thread.onSpinWait();
      }
      assertThat(handlers.run(other, "{}").result().payload()).isEqualTo("\"meanwhile\"");
      handlers.server().release();

      assertThat(reports.get(0).orTimeout(60, TimeUnit.SECONDS).join().result().payload())
          .isEqualTo("200");
    }
  }
}

package io.pushsim.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.api.Zips;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.Launched;
import io.pushsim.testing.SdkClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * Every hostile handler, one after the other, against {@code pushsim serve} with a heap of 512 MB,
 * while a neighbour is invoked 200 times a second: each ends as its file says and in time, and the
 * neighbour loses nothing.
 */
@Tag("one-jdk")
@Timeout(600)
class HostileSuiteIT {
  private static final int RATE = 200;

  /** What a busy machine may take beside a function's timeout. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  /** An init phase that does not end has ten seconds before the function's timeout begins. */
  private static final Duration INIT = Duration.ofSeconds(10);

  /** What may be in use afterwards beside what was in use before. */
  private static final long MARGIN = 64 << 20;

  private static final Map<String, String> ENVIRONMENT =
      Map.of("PUSHSIM_JAVA_OPTS", "-Xmx512m", "HOST_SECRET", "not for handlers");

  @Test
  void endsEachAlone_besideANeighbourThatLosesNothing() {
    List<HostileHandler> handlers = HostileHandler.all();
    assertThat(handlers).hasSizeGreaterThan(60);
    try (ServedProcess served =
            ServedProcess.start(ENVIRONMENT, "--ephemeral", "--keep-warm", "5s");
        LambdaClient lambda = patient(served)) {
      HostileCompany company = new HostileCompany(lambda);
      company.create("neighbour", Zips.of("index.js", Neighbour.HANDLER), Duration.ofSeconds(60));
      AdminClient admin = new AdminClient(served.endpoint());
      SoftAssertions softly = new SoftAssertions();
      Neighbour neighbour = new Neighbour(served.endpoint(), RATE);
      try (neighbour) {
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        long before = heap(served, admin);
        handlers.forEach(handler -> check(handler, company, softly));
        awaitHeap(served, admin, before + MARGIN);
        softly.assertThat(heap(served, admin)).as("heap, in bytes").isLessThan(before + MARGIN);
      }
      softly.assertThat(neighbour.wrong()).isEmpty();
      softly.assertThat(neighbour.answered()).isEqualTo(neighbour.sent());
      softly.assertThat(served.faults()).isEmpty();
      softly.assertThat(served.err()).doesNotContain("OutOfMemoryError");
      softly.assertAll();
    }
  }

  private static LambdaClient patient(ServedProcess served) {
    return new SdkClients(served.endpoint(), "us-east-1", "111111111111", "secret")
        .configured(LambdaClient.builder())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .apiCallTimeout(Duration.ofMinutes(2))
                .retryStrategy(strategy -> strategy.maxAttempts(1))
                .build())
        .build();
  }

  private static void check(HostileHandler handler, HostileCompany company, SoftAssertions softly) {
    Optional<String> refused = company.create(handler.name(), handler.zip(), handler.timeout());
    if (handler.refusal().isPresent()) {
      softly.assertThat(refused).as(handler.name()).isPresent();
      softly
          .assertThat(refused.orElse(""))
          .as(handler.name())
          .containsPattern(handler.refusal().get());
      return;
    }
    softly.assertThat(refused).as(handler.name()).isEmpty();
    for (HostileCompany.Ended ended : company.invoke(handler)) {
      System.out.printf("%s %d ms%n", handler.name(), ended.took().toMillis());
      softly
          .assertThat(ended)
          .as(handler.name())
          .matches(HostileCompany.Ended::isAsExpected, "ends as its file says");
      softly
          .assertThat(ended.took())
          .as(handler.name())
          .isLessThan(handler.timeout().plus(INIT).plus(GRACE));
    }
  }

  /** Environments that rest go after five seconds, and with them what they hold. */
  private static void awaitHeap(ServedProcess served, AdminClient admin, long enough) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (heap(served, admin) > enough && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  /** How many bytes of the heap are in use after a collection. */
  private static long heap(ServedProcess served, AdminClient admin) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    List<String> collect = List.of(jcmd, Long.toString(served.pid()), "GC.run");
    assertThat(Launched.start(collect, System.getenv(), Path.of("/")).await().exitCode()).isZero();
    return figures(admin, "jvm_memory_used_bytes\\{area=\"heap\".*}").stream()
        .mapToLong(Double::longValue)
        .sum();
  }

  private static List<Double> figures(AdminClient admin, String name) {
    Matcher matcher =
        Pattern.compile("^" + name + " (\\S+)$", Pattern.MULTILINE)
            .matcher(admin.get("metrics").body());
    return matcher.results().map(found -> Double.valueOf(found.group(1))).toList();
  }
}

package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.RecursiveLoop;
import io.pushsim.journal.Lineage;
import io.pushsim.journal.State;
import io.pushsim.runtime.Remembered;
import io.pushsim.time.Draws;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chains of events to which the requests of functions belong. A run finds its chain's token in
 * its trace header, and AWS's SDKs send that header along with what they ask for: so a loop through
 * S3 or Lambda shows (developer guide, "Use Lambda recursive loop detection"). Safe for many
 * threads.
 */
public final class Chains {
  /** So many runs are remembered: more than there can be at once, with what they leave behind. */
  private static final int MOST = 16_384;

  /** In so many runs of one chain a function may take part (Lambda: "approximately 16"). */
  static final int MOST_RUNS = 16;

  private static final Pattern LINEAGE = Pattern.compile("\\bLineage=1:([0-9a-f]{8}):\\d+");

  private final Draws draws;
  private final State state;
  private final Remembered<Lineage> byToken = new Remembered<>(MOST);

  Chains(Draws draws, State state) {
    this.draws = draws;
    this.state = state;
  }

  /** A run begins: what its trace header says of its chain. */
  String begin(Request request) {
    String token = HexFormat.of().toHexDigits((int) draws.bits(request.requestId(), 0, "lineage"));
    byToken.put(token, request.lineage().and(request.arn()));
    return "1:" + token + ":" + request.lineage().runsOf(request.arn());
  }

  /** Whether a function has run so often in a chain that it is to run no more. */
  public boolean isLoop(FunctionArn function, Lineage lineage) {
    return lineage.runsOf(function) >= MOST_RUNS
        && state
            .functions()
            .find(function)
            .filter(found -> found.settings().recursiveLoop() == RecursiveLoop.TERMINATE)
            .isPresent();
  }

  /** The chain to which a request with this trace header belongs. */
  public Lineage of(Optional<String> traceHeader) {
    return traceHeader
        .map(LINEAGE::matcher)
        .filter(Matcher::find)
        .flatMap(found -> byToken.find(found.group(1)))
        .orElse(Lineage.NONE);
  }
}

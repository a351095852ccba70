package io.pushsim.check.explain;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.decision.Reading;
import java.util.List;
import java.util.stream.Collectors;

/** A target that is asked for and that nothing is, or several are. */
public final class UnknownTargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 10;

  UnknownTargetException(String written, List<FunctionArn> candidates, Reading reading) {
    super(
        "'%s' is no target in these inputs: write a whole ARN%s"
            .formatted(written, named(candidates, reading)));
  }

  private static String named(List<FunctionArn> candidates, Reading reading) {
    String list =
        candidates.stream()
            .limit(SHOWN)
            .map(target -> reading.shown(target.toString()))
            .collect(Collectors.joining(", "));
    String more = candidates.size() > SHOWN ? ", …" : "";
    return list.isEmpty() ? "" : ", or one of " + list + more;
  }
}

package io.pushsim.check.explain;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.decision.Reading;
import io.pushsim.document.NearestWord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A target that is asked for and that nothing is, or several are. */
public final class UnknownTargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 10;

  UnknownTargetException(String written, List<FunctionArn> candidates, Reading reading) {
    super(
        "'%s' is %s: write a whole ARN%s"
            .formatted(
                written,
                isOneOf(candidates, written)
                    ? "the name of several targets"
                    : "no target in these inputs",
                named(nearestOf(candidates, written), reading)));
  }

  private static boolean isOneOf(List<FunctionArn> candidates, String written) {
    return candidates.stream().anyMatch(target -> target.shortName().equals(written));
  }

  // Those of the name that is probably meant, or else all.
  private static List<FunctionArn> nearestOf(List<FunctionArn> candidates, String written) {
    Optional<String> nearest =
        NearestWord.to(written, candidates.stream().map(FunctionArn::shortName).toList());
    return nearest.isEmpty()
        ? candidates
        : candidates.stream().filter(target -> target.shortName().equals(nearest.get())).toList();
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

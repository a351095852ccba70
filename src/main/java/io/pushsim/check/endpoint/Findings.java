package io.pushsim.check.endpoint;

import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.SetUp;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the calls about one thing told. Used by one thread at a time. */
final class Findings {
  /** How many refusals of one operation are told; what denies a thousand is told in sum. */
  private static final int SHOWN = 10;

  private final List<Consumer<SetUp.Builder>> declared = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  private record Refusal(Call call, Place place, String message) {}

  /** Notes what to add to the set-up. */
  void declare(Consumer<SetUp.Builder> declaration) {
    declared.add(declaration);
  }

  /** Notes that a call did not tell what it was to tell. */
  void problem(Call call, Place place, String message) {
    refusals.add(new Refusal(call, place, message));
  }

  /** Hands over all that was found, in order. */
  static void tell(List<Findings> all, String endpoint, Gathering gathering) {
    Map<Call, Integer> refused = new EnumMap<>(Call.class);
    for (Findings findings : all) {
      findings.declared.forEach(declaration -> declaration.accept(gathering.setUp()));
      for (Refusal refusal : findings.refusals) {
        if (refused.merge(refusal.call(), 1, Integer::sum) <= SHOWN) {
          gathering.problem(Problem.at(refusal.place(), refusal.message()));
        }
      }
    }
    refused.forEach(
        (call, count) -> {
          if (count > SHOWN) {
            gathering.problem(
                Problem.ofFile(
                    endpoint,
                    "%s failed %d times more".formatted(call.operation(), count - SHOWN)));
          }
        });
  }
}

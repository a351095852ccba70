package io.pushsim.policy.differential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.PolicyEvaluator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A policy and a request that are to be decided.
 *
 * @param plain the policy as JSON has it
 * @param policy the same, as pushsim reads it
 * @param caller an ARN, the name of a service, or nothing
 */
public record AccessCase(
    Map<String, Object> plain, PolicyDocument policy, String caller, AccessRequest request) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_STATEMENTS = 3;

  /** The first cases that follow from a seed; each depends on its place and the seed alone. */
  public static Stream<AccessCase> generated(long seed, int count) {
    return IntStream.range(0, count).mapToObj(i -> generated(new Chance(seed + i)));
  }

  private static AccessCase generated(Chance chance) {
    String caller = chance.one(Requests.CALLERS);
    AccessRequest request = Requests.make(chance, caller);
    Statements statements = new Statements(chance, caller, request);
    List<Map<String, Object>> made =
        Stream.generate(statements::make).limit(1 + chance.below(MOST_STATEMENTS)).toList();
    Map<String, Object> plain = new LinkedHashMap<>();
    if (chance.in(95)) {
      plain.put("Version", chance.in(95) ? "2012-10-17" : "2008-10-17");
    }
    plain.put("Statement", made);
    return new AccessCase(plain, PolicyDocument.fromPlain(plain), caller, request);
  }

  /** What pushsim decides. */
  public Decision.Kind decide() {
    return PolicyEvaluator.decide(Optional.of(policy), request).kind();
  }

  boolean knowsVariables() {
    return policy.version().filter("2012-10-17"::equals).isPresent();
  }

  /** The case as one line of JSON, as the scripts of other evaluators read it. */
  public String toJson() {
    Map<String, Object> context = new LinkedHashMap<>();
    request
        .context()
        .forEach(
            (key, values) ->
                context.put(key, ContextKey.isMultivalued(key) ? values : values.get(0)));
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("policy", plain);
    written.put("principal", caller);
    written.put("action", request.action());
    written.put("resource", request.resource());
    written.put("context", context);
    try {
      return JSON.writeValueAsString(written);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

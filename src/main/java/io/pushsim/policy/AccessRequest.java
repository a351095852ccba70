package io.pushsim.policy;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A question to a resource policy: may this principal do this to that, the circumstances being
 * such?
 *
 * @param action such as {@code lambda:InvokeFunction}
 * @param resource the exact ARN that is asked for
 * @param context condition keys, equal in any case of letters, with their values; the keys that
 *     follow from the principal are added unless given
 */
public record AccessRequest(
    Principal principal, String action, String resource, Map<String, List<String>> context) {
  /** The action of a push and of a direct Invoke. */
  public static final String INVOKE_FUNCTION = "lambda:InvokeFunction";

  public static final String SOURCE_ARN = "aws:SourceArn";
  public static final String SOURCE_ACCOUNT = "aws:SourceAccount";
  public static final String CURRENT_TIME = "aws:CurrentTime";

  public AccessRequest {
    Map<String, List<String>> folded = new LinkedHashMap<>();
    context.forEach((key, values) -> folded.put(fold(key), List.copyOf(values)));
    principal.contextKeys().forEach((key, value) -> folded.putIfAbsent(key, List.of(value)));
    context = Collections.unmodifiableMap(folded);
  }

  /**
   * What Lambda asks when a bucket pushes at a target: S3 tells the bucket and its owner.
   *
   * @param owner the account that owns the bucket
   */
  public static AccessRequest push(Arn bucket, String owner, FunctionArn target) {
    return new AccessRequest(
        Principal.S3,
        INVOKE_FUNCTION,
        target.toString(),
        Map.of("aws:sourcearn", List.of(bucket.toString()), "aws:sourceaccount", List.of(owner)));
  }

  /**
   * What Lambda asks when a principal invokes a function itself.
   *
   * @param action that of the operation, such as {@code lambda:InvokeFunction}
   */
  public static AccessRequest direct(Principal caller, String action, FunctionArn target) {
    return new AccessRequest(caller, action, target.toString(), Map.of());
  }

  /** The same request, which also tells when it is made. */
  public AccessRequest at(Instant time) {
    return with(CURRENT_TIME, time.toString());
  }

  /** The same request with one more context key. */
  public AccessRequest with(String key, String... values) {
    Map<String, List<String>> more = new LinkedHashMap<>(context);
    more.put(fold(key), List.of(values));
    return new AccessRequest(principal, action, resource, more);
  }

  /** The values of a context key; none where the request does not carry it. */
  public List<String> values(String key) {
    return valuesOfFolded(fold(key));
  }

  List<String> valuesOfFolded(String foldedKey) {
    return context.getOrDefault(foldedKey, List.of());
  }

  static String fold(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}

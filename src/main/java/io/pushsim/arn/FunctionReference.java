package io.pushsim.arn;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A FunctionName parameter in any of the forms that Lambda takes: a name, a partial ARN or a full
 * ARN, each with or without a qualifier (Lambda API reference, FunctionName; recorded
 * test_function_name_and_qualifier_validation).
 */
public record FunctionReference(
    Optional<String> partition,
    Optional<String> region,
    Optional<String> account,
    String functionName,
    Qualifier qualifier) {

  private static final String PREFIX =
      "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?";

  /** The pattern of the model's FunctionName, as CreateFunction echoes it in its errors. */
  public static final String PATTERN = PREFIX + "([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?";

  /** The pattern of the model's NamespacedFunctionName, as GetFunction and Invoke echo it. */
  public static final String NAMESPACED_PATTERN =
      PREFIX + "([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?";

  /** The pattern of the model's UnqualifiedFunctionName. */
  public static final String UNQUALIFIED_PATTERN = PREFIX + "([a-zA-Z0-9-_]+)";

  private static final Pattern FORM = Pattern.compile(NAMESPACED_PATTERN);

  /**
   * The reference that the text is, or empty where it does not match {@link #NAMESPACED_PATTERN}.
   */
  public static Optional<FunctionReference> parse(String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new FunctionReference(
            Optional.ofNullable(match.group(2)),
            Optional.ofNullable(match.group(3)).map(FunctionReference::withoutColon),
            Optional.ofNullable(match.group(9)).map(FunctionReference::withoutColon),
            match.group(11),
            Optional.ofNullable(match.group(13))
                .map(Qualifier::parse)
                .orElse(Qualifier.UNQUALIFIED)));
  }

  private static String withoutColon(String text) {
    return text.substring(0, text.length() - 1);
  }

  /**
   * The exact ARN that a caller means by this reference and the Qualifier parameter.
   *
   * @param parameter the Qualifier parameter, {@link Qualifier#UNQUALIFIED} where there was none
   * @throws SimulatorException ResourceNotFoundException for another region's function,
   *     InvalidParameterValueException where the name's own qualifier and the parameter differ
   *     (recorded, likewise)
   */
  public FunctionArn resolve(Scope caller, Qualifier parameter) {
    String namedRegion = region.orElse(caller.region());
    if (!namedRegion.equals(caller.region())) {
      throw new SimulatorException(
          ErrorCode.RESOURCE_NOT_FOUND,
          "Functions from '%s' are not reachable in this region ('%s')"
              .formatted(namedRegion, caller.region()));
    }
    boolean named = !qualifier.equals(Qualifier.UNQUALIFIED);
    boolean asked = !parameter.equals(Qualifier.UNQUALIFIED);
    if (named && asked && !qualifier.equals(parameter)) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "The derived qualifier from the function name does not match the specified qualifier.");
    }
    return new FunctionArn(
        partition.orElse(caller.partition().id()),
        namedRegion,
        account.orElse(caller.account()),
        functionName,
        asked ? parameter : qualifier);
  }
}

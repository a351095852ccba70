package io.pushsim.policy;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An AWS CLI command of Lambda's, quoted for a POSIX shell. */
final class AwsCommand {
  private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private AwsCommand() {}

  /**
   * The whole line.
   *
   * @param command such as {@code add-permission}
   * @param parameters by AWS's names; each becomes an option
   */
  static String render(String command, FunctionArn target, Map<String, String> parameters) {
    StringBuilder line = new StringBuilder("aws lambda ").append(command);
    append(line, "region", target.region());
    parameters.forEach((name, value) -> append(line, optionOf(name), value));
    return line.toString();
  }

  /** The parameters that name the function. */
  static Map<String, String> target(FunctionArn arn) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("FunctionName", arn.functionName());
    if (!arn.qualifier().equals(Qualifier.UNQUALIFIED)) {
      parameters.put("Qualifier", arn.qualifier().toString());
    }
    return parameters;
  }

  private static void append(StringBuilder line, String option, String value) {
    line.append(" --").append(option).append(' ').append(quoted(value));
  }

  private static String optionOf(String name) {
    return WORD_BOUNDARY.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  private static String quoted(String value) {
    return SAFE.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}

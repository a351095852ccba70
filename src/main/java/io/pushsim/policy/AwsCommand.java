package io.pushsim.policy;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A command of the AWS CLI, quoted for a POSIX shell. */
public final class AwsCommand {
  private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private AwsCommand() {}

  /**
   * A command about a function, in the function's region.
   *
   * @param command such as {@code add-permission}
   * @param parameters by AWS's names; each becomes an option
   */
  static String render(String command, FunctionArn target, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Region", target.region());
    all.putAll(parameters);
    return line("lambda " + command, all);
  }

  /**
   * The whole line.
   *
   * @param command such as {@code s3api put-bucket-notification-configuration}
   * @param parameters by AWS's names; each becomes an option
   */
  public static String line(String command, Map<String, String> parameters) {
    StringBuilder line = new StringBuilder("aws ").append(command);
    parameters.forEach(
        (name, value) ->
            line.append(" --").append(optionOf(name)).append(' ').append(quoted(value)));
    return line.toString();
  }

  /** The parameters that name the function. */
  public static Map<String, String> target(FunctionArn arn) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("FunctionName", arn.functionName());
    if (!arn.qualifier().equals(Qualifier.UNQUALIFIED)) {
      parameters.put("Qualifier", arn.qualifier().toString());
    }
    return parameters;
  }

  private static String optionOf(String name) {
    return WORD_BOUNDARY.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  /** The text as one word of a POSIX shell. */
  public static String quoted(String value) {
    return SAFE.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}

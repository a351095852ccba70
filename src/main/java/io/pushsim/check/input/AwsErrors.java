package io.pushsim.check.input;

import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the AWS CLI says where a command fails, among what was saved of its output by {@code 2>&1}.
 *
 * @param rest the text with blanks where the errors stood
 * @param count how many errors there were
 * @param problems of those that leave something open
 */
record AwsErrors(String rest, int count, List<Problem> problems) {
  private static final String PREFIX = "aws: [ERROR]: ";
  private static final String SAID = "An error occurred (";
  private static final String NOT_FOUND = "ResourceNotFoundException";

  /** By the error's code, what to do. */
  private static final Map<String, String> REMEDIES =
      Map.of(
          "AccessDeniedException", "run it with an identity that may do that",
          "AccessDenied", "run it with an identity that may do that",
          "ExpiredToken", "log in and run it again",
          "ExpiredTokenException", "log in and run it again",
          "UnrecognizedClientException", "log in and run it again",
          "InvalidClientTokenId", "log in and run it again",
          "NoSuchBucket", "name a bucket that there is, or delete this file",
          "TooManyRequestsException", "run it again, more slowly",
          "ThrottlingException", "run it again, more slowly");

  /** Takes the errors out of a file's text. Each stands in a line of its own. */
  static AwsErrors in(String file, String text) {
    if (!text.contains(SAID) && !text.contains(PREFIX)) {
      return new AwsErrors(text, 0, List.of());
    }
    StringBuilder rest = new StringBuilder(text.length());
    List<Problem> problems = new ArrayList<>();
    int count = 0;
    int line = 0;
    for (String each : text.split("(?<=\n)", -1)) {
      line++;
      boolean prefixed = each.startsWith(PREFIX);
      String said = prefixed ? each.substring(PREFIX.length()) : each;
      if (!prefixed && !said.startsWith(SAID)) {
        rest.append(each);
        continue;
      }
      count++;
      rest.append(each.endsWith("\n") ? "\n" : "");
      String code = code(said);
      if (!code.equals(NOT_FOUND)) {
        problems.add(problem(new Place(file, line, 1), code, said.strip()));
      }
    }
    return new AwsErrors(rest.toString(), count, problems);
  }

  private static String code(String said) {
    int end = said.indexOf(')');
    return said.startsWith(SAID) && end > 0 ? said.substring(SAID.length(), end) : "";
  }

  private static Problem problem(Place at, String code, String said) {
    return Problem.at(
        at,
        "the command failed, so its answer is not known: \"%s\"; %s"
            .formatted(
                Problem.shortened(said),
                REMEDIES.getOrDefault(code, "run it again and save its answer")));
  }
}

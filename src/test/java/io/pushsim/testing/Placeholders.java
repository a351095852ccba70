package io.pushsim.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placeholders of recorded responses, such as {@code <uuid:1>}: variables that bind at first
 * sight, are equal from then on, and differ from the others of their kind.
 */
final class Placeholders {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("<a:len\\((\\d+)\\)>|<([a-z0-9_-]+)(:\\d+)?>");
  // The recorder wrote these in place of whatever stood at certain keys, each time.
  private static final Set<String> UNBOUND =
      Set.of("code-size", "location", "uuid", "remaining-time-in-millis");
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("uuid", "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
          Map.entry(
              "request-id", "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
          Map.entry("code-sha256", "[A-Za-z0-9+/]{43}="),
          Map.entry("code-size", "[1-9][0-9]*"),
          Map.entry("location", ".+"),
          Map.entry("log-stream-name", "\\d{4}/\\d\\d/\\d\\d/\\[[^]]+][0-9a-f]{32}"),
          Map.entry("aws-session-token", "[A-Za-z0-9+/]+=*"),
          Map.entry("aws-secret-access-key", "[A-Za-z0-9+/]{40}"),
          Map.entry("x-amzn-trace-id", "Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};.+"),
          Map.entry("receipt-handle", "[A-Za-z0-9+/]+=*"),
          Map.entry("log-result", "[A-Za-z0-9+/]+=*"),
          Map.entry("user_arn", "arn:.+"));
  // Whole texts that the recorder put in the place of what differs from run to run.
  private static final Map<String, Pattern> WHOLE =
      Map.of(
          // Those of provisioned concurrency have no milliseconds, those of destinations a Z.
          "date",
              Pattern.compile(
                  "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d((\\.\\d{3})?\\+0000|\\.\\d{3}Z)"),
          // Of seconds since 1970.
          "datetime", Pattern.compile("[1-9]\\d{9}\\.\\d{3}"),
          "code-sha256", Pattern.compile("[A-Za-z0-9+/]{43}="),
          "<<code-sha-256>:1>", Pattern.compile("[A-Za-z0-9+/]{43}="),
          "log-result", Pattern.compile("[A-Za-z0-9+/]+=*"));

  private final Map<String, String> bound = new LinkedHashMap<>();

  void bind(String placeholder, String value) {
    bound.put(placeholder, value);
  }

  /** Whether the recorded text can stand for this one; if so, what it binds stays bound. */
  boolean match(String recorded, String actual) {
    Pattern whole = WHOLE.get(recorded);
    if (whole != null) {
      return whole.matcher(actual).matches();
    }
    Map<String, String> groups = new LinkedHashMap<>();
    Matcher form = form(recorded, groups).matcher(actual);
    if (!form.matches()) {
      return false;
    }
    Map<String, String> fresh = new LinkedHashMap<>();
    groups.forEach((group, placeholder) -> fresh.put(placeholder, form.group(group)));
    if (!fresh.entrySet().stream().allMatch(entry -> isOwn(entry.getKey(), entry.getValue()))) {
      return false;
    }
    bound.putAll(fresh);
    return true;
  }

  private Pattern form(String recorded, Map<String, String> groups) {
    StringBuilder form = new StringBuilder();
    Matcher found = PLACEHOLDER.matcher(recorded);
    int end = 0;
    while (found.find()) {
      form.append(Pattern.quote(recorded.substring(end, found.start())));
      form.append(found.group(1) == null ? part(found, groups) : "a{" + found.group(1) + "}");
      end = found.end();
    }
    return Pattern.compile(form + Pattern.quote(recorded.substring(end)), Pattern.DOTALL);
  }

  private String part(Matcher found, Map<String, String> groups) {
    String kind = found.group(2);
    String form = FORMS.getOrDefault(kind, "[A-Za-z0-9_.-]+");
    if (found.group(3) == null && UNBOUND.contains(kind)) {
      return form;
    }
    String placeholder = found.group();
    if (bound.containsKey(placeholder)) {
      return Pattern.quote(bound.get(placeholder));
    }
    for (Map.Entry<String, String> seen : groups.entrySet()) {
      if (seen.getValue().equals(placeholder)) {
        return "\\k<" + seen.getKey() + ">";
      }
    }
    String group = "g" + groups.size();
    groups.put(group, placeholder);
    return "(?<" + group + ">" + form + ")";
  }

  /** No other placeholder of the kind has the value. */
  private boolean isOwn(String placeholder, String value) {
    String kind = kind(placeholder);
    return bound.entrySet().stream()
        .filter(other -> kind(other.getKey()).equals(kind) && !other.getKey().equals(placeholder))
        .noneMatch(other -> other.getValue().equals(value));
  }

  private static String kind(String placeholder) {
    return placeholder.replaceAll("[:>].*", "");
  }

  @Override
  public String toString() {
    return bound.toString();
  }
}

package io.pushsim.scenario.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation's error, with AWS's field names.
 *
 * @param details further fields such as S3's {@code ArgumentName1}, in order
 * @param reason why, in pushsim's own sentences, where AWS's words do not say it
 */
public record ErrorReport(
    String code,
    int httpStatus,
    String message,
    Map<String, String> details,
    List<String> reason,
    boolean expected) {
  public ErrorReport {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    reason = List.copyOf(reason);
  }
}

package io.pushsim.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A caller's mistake, answered as AWS answers it: a code, a message and, for S3, named details. */
public final class SimulatorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Map<String, String> details;
  private final transient List<String> explanation;

  public SimulatorException(ErrorCode code, String message) {
    this(code, message, Map.of());
  }

  /**
   * @param details further fields of the error's body in their order, such as S3's {@code
   *     ArgumentName} and {@code ArgumentValue}
   */
  public SimulatorException(ErrorCode code, String message, Map<String, String> details) {
    this(code, message, details, List.of());
  }

  private SimulatorException(
      ErrorCode code, String message, Map<String, String> details, List<String> explanation) {
    super(message, null, false, false);
    this.code = code;
    this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    this.explanation = List.copyOf(explanation);
  }

  /** The same answer, explained to people who ask pushsim: AWS's callers never see it. */
  public SimulatorException explained(List<String> sentences) {
    return new SimulatorException(code, message(), details, sentences);
  }

  /** Why, in sentences, where AWS's own words do not say it. */
  public List<String> explanation() {
    return explanation;
  }

  public ErrorCode code() {
    return code;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public Map<String, String> details() {
    return details;
  }
}

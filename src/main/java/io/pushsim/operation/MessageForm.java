package io.pushsim.operation;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.MessageRequests.Attribute;
import io.pushsim.queue.MessageAttribute;
import io.pushsim.queue.QueueErrors;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What SQS takes as a message's body and attributes (SQS API reference, SendMessage; developer
 * guide, message metadata; texts as LocalStack and others have them from SQS).
 */
final class MessageForm {
  private static final int MOST_ATTRIBUTES = 10;
  private static final int LONGEST = 256;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..+)?");
  private static final String TRACE_HEADER = "AWSTraceHeader";

  private MessageForm() {}

  /**
   * Refuses a body that SQS would not take.
   *
   * @throws SimulatorException MissingParameter, InvalidMessageContents
   */
  static void checkBody(String body) {
    if (body.isEmpty()) {
      throw QueueErrors.missingParameter("MessageBody");
    }
    if (!body.codePoints().allMatch(MessageForm::isAllowed)) {
      throw new SimulatorException(
          ErrorCode.SQS_INVALID_MESSAGE_CONTENTS,
          "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF |"
              + " #xE000 to #xFFFD | #x10000 to #x10FFFF");
    }
  }

  private static boolean isAllowed(int c) {
    boolean isSpace = c == '\t' || c == '\n' || c == '\r';
    return isSpace || (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
  }

  /**
   * The attributes that a sender gives to a message.
   *
   * @throws SimulatorException InvalidParameterValue
   */
  static Map<String, MessageAttribute> attributes(Optional<Map<String, Attribute>> given) {
    Map<String, Attribute> all = given.orElse(Map.of());
    if (all.size() > MOST_ATTRIBUTES) {
      throw QueueErrors.invalidParameter(
          "Number of message attributes [%d] exceeds the allowed maximum [%d]."
              .formatted(all.size(), MOST_ATTRIBUTES));
    }
    Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
    all.forEach((name, attribute) -> attributes.put(checkedName(name), checked(name, attribute)));
    return attributes;
  }

  private static String checkedName(String name) {
    if (name.length() > LONGEST) {
      throw QueueErrors.invalidParameter(
          "Message (user) attribute names must be shorter than 256 Bytes");
    }
    if (!NAME.matcher(name).matches()) {
      throw QueueErrors.invalidParameter(
          "Message (user) attributes name can only contain upper and lower score characters, digits,"
              + " periods, hyphens and underscores. ");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean reserved = lower.startsWith("aws.") || lower.startsWith("amazon.");
    if (reserved || name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
      throw QueueErrors.invalidParameter(
          "You can't use message attribute names beginning with 'AWS.' or 'Amazon.'. These strings"
              + " are reserved for internal use. Additionally, they cannot start or end with '.'.");
    }
    return name;
  }

  private static MessageAttribute checked(String name, Attribute attribute) {
    String type = attribute.dataType();
    if (!TYPE.matcher(type).matches() || type.length() > LONGEST) {
      throw QueueErrors.invalidParameter(
          "The type of message (user) attribute '%s' is invalid. You must use only the following supported type prefixes: Binary, Number, String."
              .formatted(name));
    }
    boolean binary = MessageAttribute.isBinary(type);
    Optional<String> value = binary ? attribute.binaryValue() : attribute.stringValue();
    if (value.filter(text -> !text.isEmpty()).isEmpty()) {
      throw QueueErrors.invalidParameter(
          "Message (user) attribute '%s' must contain a non-empty value of type '%s'."
              .formatted(name, binary ? "Binary" : "String"));
    }
    if (binary) {
      checkBinary(name, value.get());
      return new MessageAttribute(type, Optional.empty(), value);
    }
    if (type.startsWith("Number")) {
      checkNumber(name, value.get());
    }
    return new MessageAttribute(type, value, Optional.empty());
  }

  private static void checkBinary(String name, String value) {
    try {
      Base64.getDecoder().decode(value);
    } catch (IllegalArgumentException e) {
      throw new SimulatorException(
          ErrorCode.SERIALIZATION,
          "The BinaryValue of message attribute '%s' is not in Base64".formatted(name));
    }
  }

  private static void checkNumber(String name, String value) {
    try {
      new BigDecimal(value);
    } catch (NumberFormatException noNumber) {
      throw QueueErrors.invalidParameter(
          "Can't cast the value of message (user) attribute '%s' to a number.".formatted(name));
    }
  }

  /** The trace header, the one system attribute that a sender may give. */
  static Optional<String> traceHeader(Optional<Map<String, Attribute>> system) {
    for (String name : system.orElse(Map.of()).keySet()) {
      if (!name.equals(TRACE_HEADER)) {
        throw QueueErrors.invalidParameter(
            "Message system attribute name '%s' is invalid.".formatted(name));
      }
    }
    return system.map(all -> all.get(TRACE_HEADER)).flatMap(Attribute::stringValue);
  }

  /** The system attributes as attributes, to calculate their digest. */
  static Map<String, MessageAttribute> systemAttributes(Optional<String> traceHeader) {
    return traceHeader
        .map(header -> Map.of(TRACE_HEADER, MessageAttribute.ofString(header)))
        .orElse(Map.of());
  }

  /** Whether one of the names, patterns such as {@code prefix.*} or {@code All} means this one. */
  static boolean isWanted(String name, List<String> wanted) {
    return wanted.stream()
        .anyMatch(
            pattern ->
                pattern.equals("All")
                    || pattern.equals(name)
                    || (pattern.endsWith(".*")
                        && name.startsWith(pattern.substring(0, pattern.length() - 2))));
  }
}

package io.pushsim.api;

import java.util.List;
import java.util.random.RandomGenerator;

/** Names, values and numbers such as nobody should send. */
final class HostileText {
  private static final List<String> NAMES =
      List.of(
          "",
          " ",
          ".",
          "..",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "/",
          "//",
          "a/b",
          "%",
          "%00",
          "\0",
          "a\r\nX-Injected: yes",
          "\u202e",
          "\ufffd",
          "é",
          "😀",
          "\ud83d",
          "\udc00\ud800",
          "'; DROP TABLE functions; --",
          "<script>alert(1)</script>",
          "${jndi:ldap://x/a}",
          "{{7*7}}",
          "$LATEST",
          "$LATEST.PUBLISHED",
          "$latest",
          "1",
          "0",
          "-1",
          "99999999999999999999",
          "null",
          "undefined",
          "__proto__",
          "constructor",
          "arn:aws:lambda:us-east-1:111111111111:function:fuzzed",
          "arn:aws:lambda:us-east-1:111111111111:function:fuzzed:PROD:X",
          "arn:aws:lambda:::function:",
          "arn:aws:lambda:us-east-1:222222222222:function:good",
          "arn:aws:s3:::bucket",
          ":",
          "a:b:c:d:e:f:g:h:i",
          "(a+)+$",
          "true",
          "*",
          "fuzzed",
          "fuzzed:PROD",
          "fuzzed:1");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1.0",
          "1.5",
          "1e2",
          "1E400",
          "1e999999999",
          "-1e-999999999",
          "2147483648",
          "-2147483649",
          "9223372036854775808",
          "9".repeat(400),
          "9".repeat(5000),
          "0." + "1".repeat(500),
          "NaN",
          "Infinity",
          "0x10",
          "01",
          "+1",
          ".5",
          "1.");

  private HostileText() {}

  static String name(RandomGenerator random) {
    return switch (random.nextInt(12)) {
      case 0 -> "a".repeat(1 << random.nextInt(14));
      case 1 -> "a:".repeat(1 << random.nextInt(10));
      case 2 -> random(random, 1 + random.nextInt(40));
      default -> NAMES.get(random.nextInt(NAMES.size()));
    };
  }

  static String number(RandomGenerator random) {
    return NUMBERS.get(random.nextInt(NUMBERS.size()));
  }

  private static String random(RandomGenerator random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
    }
    return text.toString();
  }
}

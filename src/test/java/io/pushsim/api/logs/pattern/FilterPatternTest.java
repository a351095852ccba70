package io.pushsim.api.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The examples of the CloudWatch Logs user guide, "Filter pattern syntax", and what lies between.
 */
class FilterPatternTest {
  private static final String TRAIL =
      """
      {"eventType": "UpdateTrail", "sourceIPAddress": "111.111.111.111",
       "arrayKey": ["value", "another value"],
       "objectList": [{"name": "a", "id": 1}, {"name": "b", "id": 2}],
       "SomeObject": null, "ThisFlag": true, "cluster.name": "c", "detail-type": "d",
       "latency": 500.5, "zero": 0, "text": "12"}""";

  private static final String USERS =
      """
      {"user": {"id": 1, "email": "John.Stiles@example.com"},
       "users": [{"id": 2, "email": "John.Doe@example.com"}, {"id": 3, "email": "Jane.Doe@example.com"}],
       "actions": ["GET", "PUT", "DELETE"], "coordinates": [[0, 1, 2], [4, 5, 6], [7, 8, 9]]}""";

  private static boolean matches(String pattern, String message) {
    return FilterPattern.parse(pattern).matches(message);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = ';',
      value = {
        "ERROR; [ERROR 400] BAD REQUEST",
        "ERROR; Exiting with ERRORCODE: -1",
        "ERROR ARGUMENTS; [ERROR 419] MISSING ARGUMENTS",
        "?ERROR ?ARGUMENTS; [ERROR 400] BAD REQUEST",
        "?ERROR ?ARGUMENTS; [INFO] INVALID ARGUMENTS PROVIDED",
        "?ERROR ?ARGUMENTS REQUEST; [INFO] REQUEST FAILED",
        "\"INTERNAL SERVER ERROR\"; [ERROR 500] INTERNAL SERVER ERROR",
        "ERROR -ARGUMENTS; [ERROR 400] BAD REQUEST",
        "-ERROR; WARN message",
        "-\"a b\"; a  b",
        "?\"Status: timeout\" ?ERROR; REPORT Status: timeout",
        "\"say \\\"hi\\\"\"; say \"hi\"",
        "^^; anything",
        "^ ^; anything"
      })
  void aMessageHasTheTerms(String pattern, String message) {
    assertThat(matches(pattern, message)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = ';',
      value = {
        "ERROR; an error",
        "ERROR ARGUMENTS; [ERROR 400] BAD REQUEST",
        "?ERROR ?WARN; [INFO 200] OK",
        "?ERROR ?ARGUMENTS REQUEST; [ERROR] MISSING ARGUMENTS",
        "\"INTERNAL SERVER ERROR\"; [ERROR 500] INTERNAL ERROR ON SERVER",
        "ERROR -ARGUMENTS; [ERROR 419] MISSING ARGUMENTS",
        "-ERROR; ERROR message"
      })
  void aMessageHasTheTermsNot(String pattern, String message) {
    assertThat(matches(pattern, message)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ $.eventType = \"UpdateTrail\" }",
        "{$.eventType=UpdateTrail}",
        "{ $.eventType = *Trail }",
        "{ $.eventType = \"Update*\" }",
        "{ $.eventType = *dateT* }",
        "{ $.eventType = * }",
        "{ $.sourceIPAddress != 123.123.* }",
        "{ $.arrayKey[0] = \"value\" }",
        "{ $.objectList[1].id = 2 }",
        "{ $.SomeObject IS NULL }",
        "{ $.SomeOtherObject NOT EXISTS }",
        "{ $.SomeObject EXISTS }",
        "{ $.ThisFlag IS TRUE }",
        "{ $['cluster.name'] = \"c\" }",
        "{ $.detail-type = d }",
        "{ $.latency >= 500 }",
        "{ $.latency < 10e3 }",
        "{ $.latency <= 500.50 }",
        "{ $.latency > +0500 && $.latency < 501 }",
        "{ $.latency = 500.50 }",
        "{ $.zero = 0.0 }",
        "{ $.zero > -1 }",
        "{ $.zero < 10e-3 }",
        "{ $.text = 12 }",
        "{ $.text != 13 }"
      })
  void jsonIsAsDemanded(String pattern) {
    assertThat(matches(pattern, TRAIL)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ $.eventType = \"updateTrail\" }",
        "{ $.eventType != UpdateTrail }",
        "{ $.eventType = Upd*Trail }",
        "{ $.sourceIPAddress = 111.* && $.eventType = x }",
        "{ $.arrayKey = value }",
        "{ $.arrayKey != value }",
        "{ $.arrayKey[2] = \"value\" }",
        "{ $.objectList.id = 2 }",
        "{ $.missing = * }",
        "{ $.missing != x }",
        "{ $.missing IS NULL }",
        "{ $.SomeObject NOT EXISTS }",
        "{ $.ThisFlag IS FALSE }",
        "{ $.eventType > 1 }",
        "{ $.text > 1 }",
        "{ $.latency < 500.5 }"
      })
  void jsonIsNotAsDemanded(String pattern) {
    assertThat(matches(pattern, TRAIL)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{ ($.user.id = 1) && ($.users[0].email = \"John.Doe@example.com\") } | true",
        "^{ ($.user.id = 2 && $.users[0].email = \"nonmatch\") || $.actions[2] = \"GET\" }^ | false",
        "^{ $.user.email = \"John.Stiles@example.com\" || $.coordinates[0][1] = nonmatch && $.actions[2] = nomatch }^ | true",
        "^{ ($.user.email = \"John.Stiles@example.com\" || $.coordinates[0][1] = nonmatch) && $.actions[2] = nomatch }^ | false",
        "{ $.coordinates[2][0] = 7 } | true"
      })
  void conditionsAreJoined(String pattern, boolean holds) {
    assertThat(matches(pattern, USERS)).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"START RequestId: 1", "{not json}", "{\"a\":1} and more", "", "[1, 2]"})
  void whatIsNoJsonObject_doesNotMatch(String message) {
    assertThat(matches("{ $.a NOT EXISTS && $.a != 1 }", message)).isFalse();
    assertThat(matches("{ $.a = 1 }", message)).isFalse();
  }

  @Test
  void sizesOfNumbersDoNotMatter() {
    String message = "{\"n\": 1e999999999, \"m\": 12345678901234567890123}";

    assertThat(matches("{ $.n > 1e99999999 }", message)).isTrue();
    assertThat(matches("{ $.m = 12345678901234567890123 }", message)).isTrue();
    assertThat(matches("{ $.m = 12345678901234567890124 }", message)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "?Status: timeout; Invalid character(s) in term ':'",
        "a-b; Invalid character(s) in term '-'",
        "(; Invalid character(s) in term '('",
        "\"open; Invalid character(s) in term '\"'",
        "ERROR -; Invalid filter pattern: a term is empty",
        "? ERROR; Invalid filter pattern: a term is empty",
        "{ $.\"a b\" = 1 }; Invalid character(s) in term '\"'",
        "{ }; Invalid filter pattern: expected $ at character 3",
        "{ $ = 1 }; ^Invalid filter pattern: expected a property, such as $.level, at character 4^",
        "{ $.a }; ^Invalid filter pattern: expected =, !=, <, >, <=, >=, IS, EXISTS or NOT EXISTS at character 7^",
        "{ $.a = }; Invalid filter pattern: expected a value at character 9",
        "{ $.a > x }; Invalid filter pattern: expected a number at character 9",
        "{ $.a > \"1\" }; Invalid filter pattern: expected a number at character 9",
        "{ $.a IS OPEN }; ^Invalid filter pattern: expected NULL, TRUE or FALSE at character 10^",
        "{ ($.a = 1 }; Invalid filter pattern: expected ) at character 12",
        "{ $.a = 1; Invalid filter pattern: expected } at character 10",
        "{ $.a = 1 } x; Invalid filter pattern: expected nothing behind the brace at character 13",
        "{ $.a[x] = 1 }; Invalid filter pattern: expected the number of an element at character 7"
      })
  void refusesWhatIsNone(String pattern, String message) {
    assertThatThrownBy(() -> FilterPattern.parse(pattern))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.LOGS_INVALID_PARAMETER);
              assertThat(refusal.message()).isEqualTo(message);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ip, user, ...]", "%ERROR%", "{ $.a = %x% }"})
  void refusesByName_whatIsNotSimulated(String pattern) {
    assertThatThrownBy(() -> FilterPattern.parse(pattern))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_SIMULATED));
  }
}

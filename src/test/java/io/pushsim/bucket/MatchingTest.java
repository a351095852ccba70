package io.pushsim.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # configured            | prefix     | suffix | event                             | key           | matches
          s3:ObjectCreated:*      |            |        | ObjectCreated:Put                 | a.jpg         | true
          s3:ObjectCreated:*      |            |        | ObjectCreated:Copy                | a.jpg         | true
          s3:ObjectCreated:*      |            |        | ObjectRemoved:Delete              | a.jpg         | false
          s3:ObjectCreated:*      |            |        | ObjectTagging:Put                 | a.jpg         | false
          s3:ObjectCreated:Put    |            |        | ObjectCreated:Put                 | a.jpg         | true
          s3:ObjectCreated:Put    |            |        | ObjectCreated:Post                | a.jpg         | false
          s3:ObjectRemoved:*      |            |        | ObjectRemoved:DeleteMarkerCreated | a.jpg         | true
          s3:ObjectRemoved:*      |            |        | LifecycleExpiration:Delete        | a.jpg         | false
          s3:ObjectTagging:*      |            |        | ObjectTagging:Delete              | a.jpg         | true
          s3:ObjectAcl:Put        |            |        | ObjectAcl:Put                     | a.jpg         | true
          s3:LifecycleTransition  |            |        | LifecycleTransition               | a.jpg         | true
          s3:ObjectCreated:*      | images/    |        | ObjectCreated:Put                 | images/a.jpg  | true
          s3:ObjectCreated:*      | images/    |        | ObjectCreated:Put                 | Images/a.jpg  | false
          s3:ObjectCreated:*      | images/    |        | ObjectCreated:Put                 | images        | false
          s3:ObjectCreated:*      |            | .jpg   | ObjectCreated:Put                 | images/a.jpg  | true
          s3:ObjectCreated:*      |            | .jpg   | ObjectCreated:Put                 | images/a.JPG  | false
          s3:ObjectCreated:*      | images/    | .jpg   | ObjectCreated:Put                 | images/a.png  | false
          s3:ObjectCreated:*      | abc        | bcd    | ObjectCreated:Put                 | abcd          | true
          s3:ObjectCreated:*      | *          |        | ObjectCreated:Put                 | a.jpg         | false
          s3:ObjectCreated:*      | *          |        | ObjectCreated:Put                 | *.jpg         | true
          s3:ObjectCreated:*      | a+b        |        | ObjectCreated:Put                 | a b.txt       | true
          s3:ObjectCreated:*      | a+b        |        | ObjectCreated:Put                 | a+b.txt       | false
          s3:ObjectCreated:*      | a%2Bb      |        | ObjectCreated:Put                 | a+b.txt       | true
          s3:ObjectCreated:*      | a%2fb      |        | ObjectCreated:Put                 | a/b.txt       | true
          s3:ObjectCreated:*      | %C3%A9     |        | ObjectCreated:Put                 | é.txt         | true
          s3:ObjectCreated:*      | é          |        | ObjectCreated:Put                 | é.txt         | true
          s3:ObjectCreated:*      | 100%       |        | ObjectCreated:Put                 | 100%.txt      | true
          s3:ObjectCreated:*      | in/        |        | ObjectCreated:Put                 | in/           | true
          """)
  void matches_whenEventPrefixAndSuffixAgree(
      String configured, String prefix, String suffix, String event, String key, boolean matches) {
    var filter =
        new KeyFilter(
            Stream.of(rule(FilterRule.Name.PREFIX, prefix), rule(FilterRule.Name.SUFFIX, suffix))
                .filter(rule -> !rule.value().isEmpty())
                .toList());
    var configuration = configuration("x", filter, configured);

    var matching =
        new NotificationConfiguration(List.of(configuration), false)
            .match(EventType.parse(event).orElseThrow(), key);

    assertThat(matching).isEqualTo(matches ? List.of(configuration) : List.of());
  }

  private static FilterRule rule(FilterRule.Name name, String value) {
    return new FilterRule(name, value == null ? "" : value);
  }

  @Test
  void givesAllThatMatch_whenSeveralDo() {
    var first = configuration("first", KeyFilter.NONE, "s3:ObjectCreated:*");
    var other = configuration("other", KeyFilter.NONE, "s3:ObjectRemoved:*");
    var second = configuration("second", KeyFilter.NONE, "s3:ObjectCreated:Put");

    assertThat(
            new NotificationConfiguration(List.of(first, other, second), false)
                .match(EventType.OBJECT_CREATED_PUT, "a"))
        .containsExactly(first, second);
  }

  @Test
  void matchesNothing_whenOnlyEventBridgeIsOn() {
    assertThat(
            new NotificationConfiguration(List.of(), true).match(EventType.OBJECT_CREATED_PUT, "a"))
        .isEmpty();
  }

  private static TargetConfiguration configuration(String id, KeyFilter filter, String event) {
    return new TargetConfiguration(
        id, TargetKind.LAMBDA, Drafts.FUNCTION, new EventSelection(List.of(event)), filter);
  }
}

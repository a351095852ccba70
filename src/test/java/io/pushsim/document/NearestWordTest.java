package io.pushsim.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {
  private static final List<String> WORDS =
      List.of("name", "steps", "CreateAlias", "CreateFunction", "DeleteAlias", "expect");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          step,             steps
          nmae,             name
          createalias,      CreateAlias
          CreateAlais,      CreateAlias
          CreateFunktion,   CreateFunction
          expects,          expect
          xyz,              ''
          CreateBucket,     ''
          e,                ''
          """)
  void findsWord_whenItIsNear(String misspelt, String expected) {
    assertThat(NearestWord.to(misspelt, WORDS).orElse("")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"ab,ba,1", "abc,abc,0", "'',abc,3", "kitten,sitting,3", "ca,abc,3"})
  void countsEdits_whenWordsDiffer(String a, String b, int distance) {
    assertThat(NearestWord.distance(a, b)).isEqualTo(distance);
  }

  @Property
  void isSymmetricAndBounded_whenWordsAreAny(
      @ForAll @AlphaChars @StringLength(max = 10) String a,
      @ForAll @AlphaChars @StringLength(max = 10) String b) {
    int distance = NearestWord.distance(a, b);

    assertThat(distance).isEqualTo(NearestWord.distance(b, a));
    assertThat(distance)
        .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    assertThat(distance == 0).isEqualTo(a.equals(b));
  }
}

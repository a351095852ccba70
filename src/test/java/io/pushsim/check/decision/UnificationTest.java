package io.pushsim.check.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnificationTest {
  private static final Symbol NAME = new Symbol("Name", Symbol.Kind.ANY, "Give it.");
  private static final Text UNKNOWN_NAME = Text.unknown(NAME);

  private static Map<Symbol, String> of(Text one, Text other) {
    return Unification.of(one, other, Reading.plain());
  }

  @Test
  void bindsNothing_whereBothAreTheSame() {
    assertThat(of(UNKNOWN_NAME, UNKNOWN_NAME)).isEmpty();
    assertThat(of(Text.of("a"), Text.of("a"))).isEmpty();
  }

  @Test
  void bindsNothing_whereTwoKnownTextsDiffer() {
    assertThat(of(Text.of("a"), Text.of("b"))).isEmpty();
  }

  @Test
  void bindsWhatIsUnknown_onEitherSide() {
    Text arn = Text.join(Text.of("arn:aws:s3:::"), UNKNOWN_NAME, Text.of("-photos"));
    Text known = Text.of("arn:aws:s3:::my-photos");

    assertThat(of(arn, known)).containsExactlyEntriesOf(Map.of(NAME, "my"));
    assertThat(of(known, arn)).containsExactlyEntriesOf(Map.of(NAME, "my"));
  }

  @Test
  void bindsNothing_whereTheKnownPartsDiffer() {
    Text arn = Text.join(Text.of("arn:aws:s3:::"), UNKNOWN_NAME, Text.of("-photos"));

    assertThat(of(arn, Text.of("arn:aws:s3:::my-videos"))).isEmpty();
  }

  @Test
  void bindsOneValueOnly_whereASymbolStandsTwice() {
    Text twice = Text.join(UNKNOWN_NAME, Text.of("/"), UNKNOWN_NAME);

    assertThat(of(twice, Text.of("a/a"))).containsEntry(NAME, "a");
    assertThat(of(twice, Text.of("a/b"))).isEmpty();
  }

  @Test
  void bindsWhatHasTheFormOfTheSymbol() {
    assertThat(of(Text.unknown(Symbol.ACCOUNT), Text.of("222222222222")))
        .containsEntry(Symbol.ACCOUNT, "222222222222");
    assertThat(of(Text.unknown(Symbol.ACCOUNT), Text.of("22"))).isEmpty();
    assertThat(of(Text.unknown(Symbol.REGION), Text.of("eu west"))).isEmpty();
    assertThat(of(Text.unknown(Symbol.PARTITION), Text.of("aws-cn")))
        .containsEntry(Symbol.PARTITION, "aws-cn");
  }

  @Test
  void bindsTextsThatAPatternMeans() {
    assertThat(of(UNKNOWN_NAME, Text.of("a*?"))).containsEntry(NAME, "axx");
  }

  @Test
  void takesWhatIsKnownAsItIs_notAsAPattern() {
    Text dotted = Text.join(Text.of("a.b("), UNKNOWN_NAME);

    assertThat(of(dotted, Text.of("axb(c"))).isEmpty();
    assertThat(of(dotted, Text.of("a.b(c"))).containsEntry(NAME, "c");
  }
}

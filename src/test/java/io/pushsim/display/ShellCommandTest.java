package io.pushsim.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ShellCommandTest {
  private static final String GRANT =
      "aws lambda add-permission --function-name helloworld --statement-id 's3 \\ it' --no-paginate";

  @Test
  void staysOnOneLine_whenItFits() {
    assertThat(ShellCommand.parse(GRANT).lines(200, 4)).containsExactly(GRANT);
  }

  @Test
  void breaksBeforeOptions_whenTooWide() {
    assertThat(ShellCommand.parse(GRANT).lines(40, 4))
        .containsExactly(
            "aws lambda add-permission \\",
            "    --function-name helloworld \\",
            "    --statement-id 's3 \\ it' \\",
            "    --no-paginate");
  }

  @Test
  void keepsTheWordWhole_whenNothingFits() {
    String arn = "arn:aws:lambda:us-west-2:111111111111:function:helloworld";

    assertThat(ShellCommand.parse("aws lambda get-policy --function-name " + arn).lines(20, 2))
        .containsExactly("aws lambda get-policy \\", "  --function-name " + arn);
  }

  @Test
  void joinsContinuedLines_whenRemedyIsBrokenAlready() {
    assertThat(ShellCommand.joined(List.of("aws s3 ls \\", "    --region x", "Or else.")))
        .containsExactly("aws s3 ls --region x", "Or else.");
  }

  @Property
  void isTheSameCommand_whereverItIsBroken(
      @ForAll @Size(min = 1, max = 12) List<@NotEmpty @StringLength(max = 20) @CharRange(from = 'a', to = 'e') String> words,
      @ForAll @IntRange(min = 1, max = 90) int columns) {
    String command = "aws --" + String.join(" --", words);

    String copied = String.join("\n", ShellCommand.parse(command).lines(columns, 4));

    assertThat(copied.replaceAll(" \\\\\n +", " ")).isEqualTo(command);
  }
}

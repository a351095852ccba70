package io.pushsim.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsFileTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  @TempDir private Path folder;

  @Test
  void readsAccountsAndTheirKeys() throws IOException {
    AccessKeys keys =
        read(
            """
            # keys of the tests
            [111111111111]
            aws_access_key_id = AKIAONE
            aws_secret_access_key=%s

            ; the same account, by another key
            [ 111111111111 ]  # temporary
            aws_secret_access_key = a=b#c   # a comment
            aws_access_key_id = ASIATWO
            aws_session_token = token==
            [222222222222]
            aws_access_key_id = 222222222222
            aws_secret_access_key = x ; another
            """
                .formatted(SECRET));

    assertThat(keys.size()).isEqualTo(3);
    assertThat(keys.find("AKIAONE"))
        .contains(new AccessKey("AKIAONE", SECRET, Optional.empty(), "111111111111"));
    assertThat(keys.find("ASIATWO"))
        .contains(new AccessKey("ASIATWO", "a=b#c", Optional.of("token=="), "111111111111"));
    assertThat(keys.find("222222222222"))
        .contains(new AccessKey("222222222222", "x", Optional.empty(), "222222222222"));
    assertThat(keys.find("other")).isEmpty();
  }

  @Test
  void readsWhatWindowsWrites() throws IOException {
    AccessKeys keys =
        read("\uFEFF[111111111111]\r\naws_access_key_id=A\r\n\r\naws_secret_access_key=s\r\n");

    assertThat(keys.find("A")).contains(new AccessKey("A", "s", Optional.empty(), "111111111111"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[default] | :1: a section is named by the 12 digits of the account",
        "[11111111111] | :1: a section is named by the 12 digits of the account",
        "[profile 111111111111] | :1: [profile …] belongs into AWS's config file",
        "[profile] | :1: [profile …] belongs into AWS's config file",
        "[111111111111 | :1: a section is a name in brackets",
        "[111111111111] x | :1: a section is a name in brackets",
        "aws_access_key_id=A | :1: a setting stands before the first section",
        "[111111111111]; aws_access_key_id=A | :1: the section has no aws_access_key_id: add it",
        "[111111111111]~aws_access_key_id=A | :1: the section has no aws_secret_access_key: add it",
        "[111111111111]~~aws_access_key_id= | :3: aws_access_key_id has no value",
        "[111111111111]~aws_secret_access_key= # s | :2: aws_secret_access_key has no value",
        "[111111111111]~region = us-east-1 | :2: a key has no setting 'region': write one of",
        "[111111111111]~aws_access_key_id | :2: the line is no setting of a key: write one of",
        "[111111111111]~ aws_access_key_id=A | :2: the line is indented",
        "[111111111111]~aws_access_key_id=A B | :2: aws_access_key_id has a blank",
        "[111111111111]~aws_access_key_id=ü | :2: aws_access_key_id has a blank, or a character",
        "[111111111111]~aws_access_key_id=A~aws_access_key_id=A | :3: aws_access_key_id stands twice",
        "# nothing | : there is no key in it"
      })
  void saysWhereAndWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> read(text.replace('~', '\n')))
        .isInstanceOf(SimulatorException.class)
        .hasMessageStartingWith(folder.resolve("credentials") + message);
  }

  @Test
  void refusesTheSameKeyTwice() {
    String section = "[%s]\naws_access_key_id=A\naws_secret_access_key=s\n";

    assertThatThrownBy(
            () -> read(section.formatted("111111111111") + section.formatted("222222222222")))
        .hasMessageContaining(
            ":4: the section has the access key id of the one in line 1: each key id stands once");
  }

  @ParameterizedTest
  @CsvSource({
    "aws_access_key_id=%s",
    "aws_access_key=%s",
    "%s",
    "%s=",
    "=%s",
    "aws_secret_access_key=%s and more",
    "aws_secret_access_key=é%s",
    "aws_session_token=%s x",
    "' %s'",
    "[%s]",
    "[%s"
  })
  void repeatsNoSecret_whereverItStands(String line) throws IOException {
    String text = "[111111111111]\n" + line.replace("%s", SECRET) + "\n";

    SimulatorException refusal = catchThrowableOfType(SimulatorException.class, () -> read(text));

    assertThat(refusal).isNotNull();
    assertThat(refusal.message()).doesNotContain(SECRET.substring(0, 6));
  }

  @Test
  void showsNoSecretOfAKey() {
    assertThat(new AccessKey("A", SECRET, Optional.of("token"), "111111111111").toString())
        .isEqualTo("AccessKey[A of 111111111111]");
  }

  @Test
  void refusesWhatIsNoFileOfKeys() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {'[', (byte) 0xff});
    Path huge = Files.write(folder.resolve("huge"), new byte[(1 << 20) + 1]);

    assertThatThrownBy(() -> CredentialsFile.read(binary)).hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> CredentialsFile.read(huge)).hasMessageContaining("larger than 1 MiB");
    assertThatThrownBy(() -> CredentialsFile.read(folder)).hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> CredentialsFile.read(folder.resolve("none")))
        .isInstanceOf(SimulatorException.class)
        .hasMessage(
            folder.resolve("none")
                + ": there is no such file: --credentials names a file of access keys");
  }

  private AccessKeys read(String text) throws IOException {
    Path file = folder.resolve("credentials");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return CredentialsFile.read(file);
  }
}

package io.pushsim.api.access;

import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file in the format of AWS's {@code ~/.aws/credentials} whose sections are named by accounts:
 * {@code [111111111111]}, below it {@code aws_access_key_id}, {@code aws_secret_access_key} and, if
 * wanted, {@code aws_session_token}. An account with several keys has several sections.
 *
 * <p>No message ever holds a value: people paste secrets into the wrong place.
 */
public final class CredentialsFile {
  private static final int LARGEST = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final List<AccessKey> keys = new ArrayList<>();
  private final Map<String, Integer> lineOfKey = new HashMap<>();
  private Optional<CredentialsSection> section = Optional.empty();
  private int line;

  private CredentialsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the keys.
   *
   * @throws SimulatorException saying file, line, what is wrong and what would be right
   */
  public static AccessKeys read(Path file) {
    return new CredentialsFile(file).keys();
  }

  private AccessKeys keys() {
    List<String> lines = text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      line = i + 1;
      read(lines.get(i));
    }
    endSection();
    if (keys.isEmpty()) {
      throw wrong(
          "",
          "there is no key in it: write a section [111111111111], named by the account, with"
              + " aws_access_key_id and aws_secret_access_key");
    }
    return new AccessKeys(keys);
  }

  private void read(String text) {
    if (text.isBlank() || isComment(text.strip())) {
      return;
    }
    if (Character.isWhitespace(text.charAt(0))) {
      throw wrongLine(
          "the line is indented, as only nested settings of AWS's config file are: begin it at the"
              + " margin");
    }
    if (text.startsWith("[")) {
      endSection();
      section = Optional.of(new CredentialsSection(account(text), line));
    } else {
      section
          .orElseThrow(
              () ->
                  wrongLine(
                      "a setting stands before the first section: write [111111111111], the"
                          + " account, above it"))
          .set(text, this::wrongLine);
    }
  }

  private static boolean isComment(String text) {
    return text.startsWith("#") || text.startsWith(";");
  }

  private String account(String text) {
    int end = text.indexOf(']');
    String behind = end < 0 ? "" : text.substring(end + 1).strip();
    if (end < 0 || !(behind.isEmpty() || isComment(behind))) {
      throw wrongLine("a section is a name in brackets, like [111111111111]");
    }
    String name = text.substring(1, end).strip();
    if (name.equals("profile") || name.startsWith("profile ")) {
      throw wrongLine(
          "[profile …] belongs into AWS's config file: name the section by the account, like"
              + " [111111111111]");
    }
    if (!Scope.isAccount(name)) {
      throw wrongLine(
          "a section is named by the 12 digits of the account that its key speaks for, like"
              + " [111111111111]");
    }
    return name;
  }

  private void endSection() {
    section.ifPresent(
        ended -> {
          AccessKey key = ended.key().orElseThrow(() -> wrong(":" + ended.line(), ended.fault()));
          Integer earlier = lineOfKey.putIfAbsent(key.id(), ended.line());
          if (earlier != null) {
            throw wrong(
                ":" + ended.line(),
                "the section has the access key id of the one in line "
                    + earlier
                    + ": each key id stands once");
          }
          keys.add(key);
        });
    section = Optional.empty();
  }

  private String text() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw wrong("", "it is larger than 1 MiB: is it really a credentials file?");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw wrong("", "it is not UTF-8: save it as UTF-8 or plain ASCII");
    } catch (NoSuchFileException e) {
      throw wrong("", "there is no such file: --credentials names a file of access keys");
    } catch (IOException e) {
      throw wrong("", "it cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private SimulatorException wrongLine(String fault) {
    return wrong(":" + line, fault);
  }

  private SimulatorException wrong(String position, String fault) {
    return new SimulatorException(ErrorCode.INVALID_INPUT, file + position + ": " + fault);
  }
}

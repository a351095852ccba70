package io.pushsim.api.access;

import io.pushsim.error.SimulatorException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One section of a credentials file while it is read: an account and the settings of one key. */
final class CredentialsSection {
  private static final String ID = "aws_access_key_id";
  private static final String SECRET = "aws_secret_access_key";
  private static final String TOKEN = "aws_session_token";
  private static final List<String> NAMES = List.of(ID, SECRET, TOKEN);

  /** What can be the name of a setting, and so may be repeated in a message; no secret is. */
  private static final Pattern HARMLESS = Pattern.compile("[a-z_]{1,30}");

  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
  private static final Pattern COMMENT = Pattern.compile("\\s[#;]");

  private final String account;
  private final int line;
  private final Map<String, String> settings = new HashMap<>();

  CredentialsSection(String account, int line) {
    this.account = account;
    this.line = line;
  }

  /** Where it begins, from 1. */
  int line() {
    return line;
  }

  /**
   * Takes one line.
   *
   * @param fault makes an exception that says where the line stands, of what is wrong with it
   * @throws SimulatorException if the line is no setting that a key has, saying what would be
   */
  void set(String setting, Function<String, SimulatorException> fault) {
    int equals = setting.indexOf('=');
    String name = equals < 0 ? "" : setting.substring(0, equals).strip();
    if (!NAMES.contains(name)) {
      throw fault.apply(
          (HARMLESS.matcher(name).matches()
                  ? "a key has no setting '" + name + "'"
                  : "the line is no setting of a key")
              + ": write one of "
              + String.join(", ", NAMES)
              + ", an equals sign and the value");
    }
    if (settings.putIfAbsent(name, value(name, setting.substring(equals + 1), fault)) != null) {
      throw fault.apply(name + " stands twice in the section: give each key a section of its own");
    }
  }

  private static String value(
      String name, String text, Function<String, SimulatorException> fault) {
    String value = COMMENT.split(" " + text, 2)[0].strip();
    if (value.isEmpty()) {
      throw fault.apply(name + " has no value: write it behind the equals sign");
    }
    if (!value.chars().allMatch(Ascii::isVisible)) {
      throw fault.apply(
          name + " has a blank, or a character that is not ASCII, in its value: keys have neither");
    }
    if (name.equals(ID) && !KEY_ID.matcher(value).matches()) {
      throw fault.apply(
          name
              + " has at most 128 letters, digits, dots, hyphens and underscores: is it swapped"
              + " with the secret?");
    }
    return value;
  }

  /** The key, where id and secret are there. */
  Optional<AccessKey> key() {
    String id = settings.get(ID);
    String secret = settings.get(SECRET);
    return id == null || secret == null
        ? Optional.empty()
        : Optional.of(new AccessKey(id, secret, Optional.ofNullable(settings.get(TOKEN)), account));
  }

  /** Why there is no key. */
  String fault() {
    return "the section has no " + (settings.containsKey(ID) ? SECRET : ID) + ": add it";
  }
}

package io.pushsim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this pushsim was built from. */
final class Build {
  private Build() {}

  /** The commit in short, with {@code +} behind it where files had been changed since. */
  static String commit() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String commit = properties.getProperty("git.commit.id.abbrev", "unknown");
    return commit + (Boolean.parseBoolean(properties.getProperty("git.dirty")) ? "+" : "");
  }
}

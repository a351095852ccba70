package io.pushsim.display;

import java.util.ArrayList;
import java.util.List;

/** A command line to copy: broken between words only, each broken line ending in a backslash. */
public final class ShellCommand {
  private static final String CONTINUED = " \\";

  private final List<String> groups;

  private ShellCommand(List<String> groups) {
    this.groups = groups;
  }

  /** Whether a line is one for a shell, and no sentence. */
  public static boolean isCommand(String line) {
    return line.startsWith("aws ") || line.startsWith("pushsim ");
  }

  /** Puts lines that end in a backslash together with what follows them. */
  public static List<String> joined(List<String> lines) {
    List<String> whole = new ArrayList<>();
    StringBuilder command = new StringBuilder();
    for (String line : lines) {
      boolean continued = line.endsWith("\\");
      command.append(continued ? line.substring(0, line.length() - 1).strip() : line.strip());
      if (continued) {
        command.append(' ');
      } else {
        whole.add(command.toString());
        command.setLength(0);
      }
    }
    if (command.length() > 0) {
      whole.add(command.toString().strip());
    }
    return whole;
  }

  /** A command on one line; an option stays beside its value. */
  public static ShellCommand parse(String line) {
    List<String> groups = new ArrayList<>();
    for (String word : words(line)) {
      boolean value = !word.startsWith("-") && !groups.isEmpty() && isOpen(last(groups));
      if (value) {
        groups.set(groups.size() - 1, last(groups) + " " + word);
      } else {
        groups.add(word);
      }
    }
    return new ShellCommand(groups);
  }

  /**
   * The lines, of which one is wider than {@code columns} only where a single word is.
   *
   * @param indent columns left free before each further line
   */
  public List<String> lines(int columns, int indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < groups.size(); i++) {
      String group = groups.get(i);
      int continuation = i == groups.size() - 1 ? 0 : CONTINUED.length();
      if (line.length() > 0
          && CodePoints.cells(line + " " + group) + continuation
              > columns - offset(lines, indent)) {
        lines.add(indented(lines, indent, line + CONTINUED));
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(group);
    }
    lines.add(indented(lines, indent, line.toString()));
    return lines;
  }

  private static int offset(List<String> before, int indent) {
    return before.isEmpty() ? 0 : indent;
  }

  private static String indented(List<String> before, int indent, String line) {
    return " ".repeat(offset(before, indent)) + line;
  }

  /** The command's own name takes its sub-commands, an option its one value. */
  private static boolean isOpen(String group) {
    return !group.startsWith("-") || !group.contains(" ");
  }

  private static String last(List<String> groups) {
    return groups.get(groups.size() - 1);
  }

  /** The words as a POSIX shell sees them, quotes kept. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ' && quote == 0) {
        addTo(words, word);
        continue;
      }
      word.append(c);
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
      }
    }
    addTo(words, word);
    return words;
  }

  private static void addTo(List<String> words, StringBuilder word) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}

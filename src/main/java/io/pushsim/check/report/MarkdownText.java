package io.pushsim.check.report;

import io.pushsim.check.finding.Finding;
import io.pushsim.display.ShellCommand;
import io.pushsim.display.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text of unknown origin in GitHub's Markdown, where it is shown and never obeyed: no link, no
 * HTML, nobody is called.
 */
final class MarkdownText {
  private static final String SPECIAL = "\\`*_{}[]()+-.!|~$^=";

  private MarkdownText() {}

  /** Text in a sentence or in a table's cell. */
  static String prose(String text) {
    StringBuilder escaped = new StringBuilder();
    String shown = VisibleText.inline(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        // A sign of no width keeps a name from being called, an address or a number from being a
        // link.
        case '@', '#' -> escaped.append(c).append("<!-- -->");
        case ':' -> escaped.append(startsAddress(shown, i) ? ":<!-- -->" : ":");
        default -> {
          if (SPECIAL.indexOf(c) >= 0 && matters(shown, i)) {
            escaped.append('\\');
          }
          escaped.append(c);
        }
      }
    }
    return escaped.toString();
  }

  /** Text within an HTML block, in which Markdown means nothing. */
  static String html(String text) {
    return VisibleText.inline(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "@<!-- -->")
        .replace("#", "#<!-- -->")
        .replace("://", ":<!-- -->//");
  }

  private static boolean startsAddress(String text, int colon) {
    return text.startsWith("//", colon + 1);
  }

  // Full stops, hyphens and the like mean something at a line's start alone, brackets behind
  // others.
  private static boolean matters(String text, int i) {
    return switch (text.charAt(i)) {
      case '.' -> text.startsWith("www.", Math.max(0, i - 3)) || isAfterDigits(text, i);
      case '-', '+', '=', '!', '(', ')' -> i == 0;
      default -> true;
    };
  }

  private static boolean isAfterDigits(String text, int i) {
    return i > 0 && text.substring(0, i).chars().allMatch(Character::isDigit);
  }

  /** Text as code within a sentence or a table's cell. */
  static String code(String text) {
    // As HTML, since in a table's cell no run of backticks can hold a pipe and a backslash at once.
    return "<code>" + prose(text) + "</code>";
  }

  /** Lines in a fence that nothing in them can end. */
  static String fenced(String language, List<String> lines) {
    List<String> shown =
        lines.stream()
            .flatMap(line -> VisibleText.lines(line).stream())
            .map(VisibleText::inline)
            .toList();
    int longest = 2;
    for (String line : shown) {
      int run = 0;
      for (int i = 0; i < line.length(); i++) {
        run = line.charAt(i) == '`' ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    String fence = "`".repeat(longest + 1);
    return shown.stream().collect(Collectors.joining("\n", fence + language + "\n", "\n" + fence));
  }

  /** What mends a finding: commands and lines, each a paragraph or a fence. */
  static List<String> mending(Finding finding) {
    List<String> parts = new ArrayList<>();
    List<String> commands = ShellCommand.joined(finding.commands());
    if (!commands.isEmpty()) {
      parts.add("To mend it:");
      parts.add(fenced("sh", commands.stream().map(MarkdownText::command).toList()));
    }
    finding
        .lines()
        .ifPresent(
            lines -> {
              if (lines.isEmpty()) {
                parts.add(prose(lines.where()) + ".");
                return;
              }
              parts.add(prose(lines.where()) + ":");
              parts.add(fenced(lines.language(), List.of(lines.text().stripTrailing())));
            });
    return parts;
  }

  private static String command(String line) {
    return ShellCommand.isCommand(line)
        ? String.join("\n", ShellCommand.parse(VisibleText.inline(line)).lines(76, 4))
        : "# " + VisibleText.inline(line);
  }
}

package io.pushsim.display;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes well-formed HTML; whatever text it is given is shown, never obeyed. Tags are named like
 * CSS selectors: {@code section.story} opens {@code <section class="story">}.
 */
public final class HtmlWriter {
  private static final Set<String> INLINE =
      Set.of("a", "b", "bdi", "button", "code", "span", "strong", "summary", "time", "title");
  private static final Set<String> KEEPS_SPACE = Set.of("pre", "script", "style", "title");

  private final StringBuilder html = new StringBuilder("<!DOCTYPE html>");
  private final Deque<String> open = new ArrayDeque<>();

  HtmlWriter() {}

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  public HtmlWriter open(String selector, String... attributes) {
    String tag = startTag(selector, attributes);
    open.push(tag);
    return this;
  }

  /** Closes the innermost open element. */
  public HtmlWriter close() {
    String tag = open.pop();
    html.append("</").append(tag).append('>');
    return this;
  }

  /**
   * Closes an element, and says which: a mistake in the order of calls is found at once.
   *
   * @throws IllegalStateException when another one is the innermost
   */
  public HtmlWriter close(String tag) {
    if (!tag.equals(innermost())) {
      throw new IllegalStateException("Open is " + open + ", not " + tag);
    }
    return close();
  }

  /**
   * An element with nothing in it but a text.
   *
   * @param attributes names and values in turn
   */
  public HtmlWriter element(String selector, String text, String... attributes) {
    return open(selector, attributes).text(text).close();
  }

  /** An element that has no end tag, such as {@code meta}. */
  HtmlWriter empty(String selector, String... attributes) {
    startTag(selector, attributes);
    return this;
  }

  /** Text; what cannot be seen in it is shown as an escape. Line ends stay in a {@code pre}. */
  public HtmlWriter text(String text) {
    if (innermost().equals("pre")) {
      // A parser drops a line end that follows the start tag at once.
      String between = text.startsWith("\n") || text.startsWith("\r") ? "\n" : "";
      for (String line : VisibleText.lines(text)) {
        html.append(between);
        runs(line);
        between = "\n";
      }
    } else {
      runs(text);
    }
    return this;
  }

  /** A command to copy, broken between words only, with a button that does. */
  public HtmlWriter command(String command) {
    open("div.command");
    element("pre", String.join("\n", ShellCommand.parse(command).lines(76, 4)), "tabindex", "0");
    return element("button.copy", "Copy", "type", "button", "hidden", "hidden").close("div");
  }

  /**
   * Data for the page's script: JSON, which no browser runs.
   *
   * @param id by which the script finds it
   * @param json beyond ASCII only within strings
   */
  public HtmlWriter data(String id, String json) {
    open("script", "type", "application/json", "id", id);
    // Beyond strings no JSON has this sign; with it nothing can end the element or begin another.
    html.append(VisibleText.inJson(json).replace("<", "\\u003c"));
    return close("script");
  }

  /** A part of the page itself, such as its style sheet. */
  HtmlWriter raw(String ownText) {
    html.append(ownText);
    return this;
  }

  /** The whole page. */
  String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("Still open: " + open);
    }
    return html.append('\n').toString();
  }

  private String startTag(String selector, String... attributes) {
    int dot = selector.indexOf('.');
    String tag = dot < 0 ? selector : selector.substring(0, dot);
    if (!INLINE.contains(tag) && !KEEPS_SPACE.contains(innermost())) {
      html.append('\n');
    }
    html.append('<').append(tag);
    if (dot >= 0) {
      html.append(" class=\"").append(selector.substring(dot + 1).replace('.', ' ')).append('"');
    }
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      html.append(escaped(VisibleText.inline(attributes[i + 1]))).append('"');
    }
    html.append('>');
    return tag;
  }

  private String innermost() {
    return open.isEmpty() ? "" : open.element();
  }

  private void runs(String text) {
    boolean plainOnly = innermost().equals("title");
    for (VisibleText.Run run : VisibleText.runs(text)) {
      if (run.escape() && !plainOnly) {
        html.append("<span class=\"escape\">").append(run.text()).append("</span>");
      } else {
        html.append(escaped(run.text()));
      }
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

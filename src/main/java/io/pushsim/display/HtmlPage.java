package io.pushsim.display;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A kind of page that needs nothing beside it: its style and its script stand in it, and its
 * Content-Security-Policy lets in these two alone, nothing from the network.
 */
public final class HtmlPage {
  private final String css;
  private final String script;

  /**
   * A kind of page with a style sheet of its own, which comes after the general {@code page.css}:
   * it uses its colours and adds to its rules. Scripts of its own come after the general {@code
   * page.js}, in their order.
   *
   * @param owner the class beside which they lie in the jar
   * @param css the style sheet's file name
   * @param scripts the scripts'
   * @throws IllegalStateException when the jar lacks one of them
   */
  public HtmlPage(Class<?> owner, String css, String... scripts) {
    this(owner, List.of(css), List.of(scripts));
  }

  /**
   * As the other, of several style sheets, in their order. A file that begins with a slash lies
   * anywhere in pushsim or what comes with it.
   */
  public HtmlPage(Class<?> owner, List<String> styles, List<String> scripts) {
    this.css = resource(HtmlPage.class, "page.css") + resources(owner, styles);
    this.script = resource(HtmlPage.class, "page.js") + resources(owner, scripts);
  }

  private static String resources(Class<?> owner, List<String> names) {
    return names.stream().map(name -> resource(owner, name)).collect(Collectors.joining());
  }

  /**
   * The whole page, ending in a line end.
   *
   * @param body writes what stands in the page's {@code body}
   */
  public String write(String title, Consumer<HtmlWriter> body) {
    HtmlWriter html = new HtmlWriter();
    html.open("html", "lang", "en");
    head(html, title);
    html.open("body");
    body.accept(html);
    html.open("script").raw(script).close("script");
    html.close("body").close("html");
    return html.page();
  }

  private void head(HtmlWriter html, String title) {
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy());
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title);
    html.open("style").raw(css).close("style");
    html.close("head");
  }

  private String policy() {
    return "default-src 'none'; style-src '" + hash(css) + "'; script-src '" + hash(script) + "'";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String resource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks its own " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.pushsim.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads YAML 1.2 and JSON files: bounded, and nothing but UTF-8. */
public final class Documents {
  private Documents() {}

  /**
   * What a file may have, and what is said of one that is something else.
   *
   * @param bytes how long it may be
   * @param depth how deep lists and mappings may nest in each other; readers recurse so deep
   * @param aliasedValues how many values may come of YAML's aliases
   * @param tags whether values may have tags of the file's own, such as {@code !Ref}
   */
  public record Limits(int bytes, int depth, int aliasedValues, boolean tags, Words words) {}

  /**
   * The words for the file in messages.
   *
   * @param file what it should be, with its article: {@code a scenario}
   * @param whenEmpty what it would have: {@code a scenario has at least "steps"}
   * @param whenLarge what to do where it is too large: {@code put large bodies into files}
   */
  public record Words(String file, String whenEmpty, String whenLarge) {
    String empty() {
      return "is empty; " + whenEmpty;
    }

    String second() {
      return "a second document begins here; write one " + noun() + " a file";
    }

    String noun() {
      return file.substring(file.indexOf(' ') + 1);
    }
  }

  /**
   * Reads the one document of a file: as JSON where the name ends in {@code .json} or the text
   * begins and reads like JSON, else as YAML.
   *
   * @param name what the file is called in places and problems
   * @throws DocumentException with everything that is wrong with the file
   */
  public static Node read(String name, Path file, Limits limits) {
    return parse(name, text(name, file, limits), limits);
  }

  /**
   * Reads the documents of a file one after another: JSON texts that follow each other, with or
   * without white space between them, or YAML documents.
   *
   * @param name what the file is called in places and problems
   * @return at least one
   * @throws DocumentException with everything that is wrong with the file
   */
  public static List<Node> readAll(String name, Path file, Limits limits) {
    return parseAll(name, text(name, file, limits), limits);
  }

  /**
   * Reads a file as text, whatever it says.
   *
   * @throws DocumentException where the file is missing, too large or not text
   */
  public static String text(String name, Path file, Limits limits) {
    return new TextFile(name, limits).read(file);
  }

  /**
   * Reads the text of a file's one document.
   *
   * @throws DocumentException with everything that is wrong with the text
   */
  public static Node parse(String name, String text, Limits limits) {
    return documents(name, text, limits, true).get(0);
  }

  /**
   * Reads the text of a file's documents, at least one.
   *
   * @throws DocumentException with everything that is wrong with the text
   */
  public static List<Node> parseAll(String name, String text, Limits limits) {
    return documents(name, text, limits, false);
  }

  private static List<Node> documents(String name, String text, Limits limits, boolean one) {
    if (name.toLowerCase(Locale.ROOT).endsWith(".json")) {
      return JsonReader.read(name, text, limits, one);
    }
    if (looksLikeJson(text)) {
      try {
        return JsonReader.read(name, text, limits, one);
      } catch (DocumentException notJson) {
        // A flow mapping of YAML begins like JSON; if it is neither, YAML's reader says why.
        return YamlReader.read(name, text, limits, one);
      }
    }
    return YamlReader.read(name, text, limits, one);
  }

  private static boolean looksLikeJson(String text) {
    int i = 0;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && (text.charAt(i) == '{' || text.charAt(i) == '[');
  }
}

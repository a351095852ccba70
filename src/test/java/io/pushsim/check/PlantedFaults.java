package io.pushsim.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A set-up in which faults were planted, and its twin in which each is mended.
 *
 * @param faults each as {@code id file:line}
 */
record PlantedFaults(String name, Path broken, Path mended, Set<String> faults) {
  private static final Path ROOT = Path.of("src", "test", "resources", "check");
  private static final Pattern COMMENT = Pattern.compile("# fault: ([a-z-]+)");

  static PlantedFaults of(String name) {
    Path broken = ROOT.resolve("broken").resolve(name);
    return new PlantedFaults(
        name, broken, ROOT.resolve("mended").resolve(name), new TreeSet<>(faults(broken, name)));
  }

  private static Set<String> faults(Path broken, String name) {
    Set<String> faults = new TreeSet<>();
    try {
      if (name.endsWith(".yaml")) {
        List<String> lines = Files.readAllLines(broken);
        for (int i = 0; i < lines.size(); i++) {
          Matcher comment = COMMENT.matcher(lines.get(i));
          while (comment.find()) {
            faults.add("%s %s:%d".formatted(comment.group(1), name, i + 1));
          }
        }
      } else {
        String list = name.replaceFirst("\\.json$", "") + ".faults.txt";
        for (String line : Files.readAllLines(ROOT.resolve("broken").resolve(list))) {
          String[] words = line.split(" ", 3);
          faults.add(words[0] + " " + words[1]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return faults;
  }

  /** A place in this set-up as its faults name it. */
  static String placed(String file, int line) {
    Path below = ROOT.relativize(Path.of(file));
    return below.subpath(1, below.getNameCount()) + ":" + line;
  }

  @Override
  public String toString() {
    return name;
  }
}

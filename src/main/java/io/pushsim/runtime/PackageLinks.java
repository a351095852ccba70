package io.pushsim.runtime;

import io.pushsim.error.SimulatorException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;

/** The paths of a package: none leads out of it, and symbolic links become copies. */
final class PackageLinks {
  /** As many links as Linux follows from one path, one after the other. */
  private static final int LONGEST_CHAIN = 40;

  private final SortedMap<String, byte[]> files;
  private long size;

  PackageLinks(SortedMap<String, byte[]> files) {
    this.files = files;
    size = files.values().stream().mapToLong(content -> content.length).sum();
  }

  /**
   * The path without {@code .}, {@code ..} and doubled slashes.
   *
   * @throws SimulatorException where it is absolute or leads out of the package
   */
  static String normal(String path) {
    if (path.startsWith("/") || path.indexOf('\0') >= 0 || path.indexOf('\\') >= 0) {
      throw ZipLimits.refused("the entry " + path + " does not name a path within the package");
    }
    return collapse(path, "the entry " + path);
  }

  private static String collapse(String path, String what) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          throw ZipLimits.refused(what + " leads out of the package");
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  /**
   * Puts a copy of what each link leads to in the link's place. A link to nothing stays away.
   *
   * @param links targets by the link's path
   */
  void follow(Map<String, String> links) {
    // A link may lead over another: each round follows one more of a chain.
    int rounds = Math.min(LONGEST_CHAIN, links.size());
    while (rounds > 0 && follow(links.entrySet())) {
      rounds--;
    }
  }

  private boolean follow(Iterable<Map.Entry<String, String>> links) {
    boolean changed = false;
    for (Map.Entry<String, String> link : links) {
      changed |= follow(link.getKey(), link.getValue());
    }
    return changed;
  }

  private boolean follow(String link, String target) {
    String what = "the link " + link;
    if (target.startsWith("/")) {
      throw ZipLimits.refused(what + " leads out of the package");
    }
    String folder = link.contains("/") ? link.substring(0, link.lastIndexOf('/') + 1) : "";
    String path = collapse(folder + target, what);
    byte[] content = files.get(path);
    if (content != null) {
      return add(link, content);
    }
    if (path.isEmpty() || link.startsWith(path + "/")) {
      throw ZipLimits.refused(what + " leads to a folder that holds it");
    }
    return copyFolder(path + "/", link + "/");
  }

  private boolean copyFolder(String from, String to) {
    boolean changed = false;
    for (Map.Entry<String, byte[]> file :
        Map.copyOf(files.subMap(from, from + '\uffff')).entrySet()) {
      changed |= add(to + file.getKey().substring(from.length()), file.getValue());
    }
    return changed;
  }

  /** Links to folders of links can multiply files without end, even those that are empty. */
  private boolean add(String path, byte[] content) {
    if (files.putIfAbsent(path, content) != null) {
      return false;
    }
    size += content.length;
    ZipLimits.checkUnzipped(size);
    ZipLimits.checkCount(files.size());
    return true;
  }
}

package io.pushsim.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An execution environment's {@code /tmp}, in memory: folders and files by absolute path, within
 * the configured size. Every file and folder takes whole blocks, as on a disk. Entered by one
 * thread at a time; whether an operation makes sense is checked by who asks for it.
 */
final class TemporaryFolder {
  static final String PATH = "/tmp";
  private static final int BLOCK = 4096;
  private static final int SMALLEST = 64;

  /** A file, or a folder, which has no content. Times are in milliseconds of the epoch. */
  static final class Entry {
    final boolean isFolder;
    final long number;
    int mode;
    double accessed;
    double modified;
    final double born;
    private byte[] content = new byte[0];
    private int size;

    private Entry(boolean isFolder, long number, int mode, double now) {
      this.isFolder = isFolder;
      this.number = number;
      this.mode = mode;
      this.accessed = now;
      this.modified = now;
      this.born = now;
    }

    int size() {
      return isFolder ? BLOCK : size;
    }

    private long blocks() {
      return isFolder ? 1 : Math.max(1, ((long) size + BLOCK - 1) / BLOCK);
    }
  }

  private final long capacity;
  private final NavigableMap<String, Entry> entries = new TreeMap<>();
  private long used;
  private long last;

  /**
   * @param capacity in bytes
   */
  TemporaryFolder(long capacity) {
    this.capacity = capacity / BLOCK;
  }

  Optional<Entry> entry(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  /**
   * Adds an empty file or a folder.
   *
   * @return whether there was room
   */
  boolean add(String path, boolean isFolder, int mode, double now) {
    if (used + 1 > capacity) {
      return false;
    }
    entries.put(path, new Entry(isFolder, ++last, mode, now));
    used++;
    return true;
  }

  void remove(String path) {
    Entry removed = entries.remove(path);
    used -= removed == null ? 0 : removed.blocks();
  }

  /** The names in a folder, sorted. */
  List<String> names(String folder) {
    return within(folder).keySet().stream()
        .map(path -> path.substring(folder.length() + 1))
        .filter(name -> name.indexOf('/') < 0)
        .toList();
  }

  // Between "folder/" and "folder0", the next character.
  private NavigableMap<String, Entry> within(String folder) {
    return entries.subMap(folder + "/", false, folder + "0", false);
  }

  /** Moves a file, or a folder with all in it, to where nothing is. */
  void rename(String from, String to) {
    Map<String, Entry> moved = new TreeMap<>();
    List<String> paths = new ArrayList<>(within(from).keySet());
    paths.add(from);
    for (String path : paths) {
      moved.put(to + path.substring(from.length()), entries.remove(path));
    }
    entries.putAll(moved);
  }

  /** Reads a part of a file, less where it ends before. */
  static byte[] read(Entry file, long position, int length) {
    if (position >= file.size) {
      return new byte[0];
    }
    int from = (int) position;
    return Arrays.copyOfRange(file.content, from, (int) Math.min(file.size, position + length));
  }

  /**
   * Writes, behind the end after zeros.
   *
   * @return whether there was room
   */
  boolean write(Entry file, long position, byte[] bytes, double now) {
    if (!resize(file, Math.max(file.size, position + bytes.length), now)) {
      return false;
    }
    System.arraycopy(bytes, 0, file.content, (int) position, bytes.length);
    return true;
  }

  /**
   * Cuts a file off, or fills it up with zeros.
   *
   * @return whether there was room
   */
  boolean resize(Entry file, long size, double now) {
    long more = Math.max(1, (size + BLOCK - 1) / BLOCK) - file.blocks();
    if (used + more > capacity || size > Integer.MAX_VALUE - BLOCK) {
      return false;
    }
    int length = (int) size;
    if (length > file.content.length) {
      long grown = Math.max((long) length, Math.max(SMALLEST, 2L * file.size));
      file.content = Arrays.copyOf(file.content, (int) Math.min(grown, Integer.MAX_VALUE - BLOCK));
    } else if (length < file.size) {
      file.content = Arrays.copyOf(file.content, length);
    }
    file.size = length;
    file.modified = now;
    used += more;
    return true;
  }
}

package io.pushsim.runtime;

import io.pushsim.runtime.TemporaryFolder.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The files that Node.js's fs module reaches: {@code /var/task}, to read, and {@code /tmp}. What an
 * operation may be done to is checked in JavaScript, and so it is trusted here to be there; whether
 * there is room is said here.
 */
final class HostFiles {
  // The time that a ZIP file gives a file that has none: 1980-01-01.
  private static final double PACKAGED = 315_532_800_000.0;
  private static final int FOLDER_MODE = 0755;
  private static final int FILE_MODE = 0644;

  private final TaskRoot root;
  private final TemporaryFolder temporary;
  private final RuntimeClock clock;

  HostFiles(TaskRoot root, TemporaryFolder temporary, RuntimeClock clock) {
    this.root = root;
    this.temporary = temporary;
    this.clock = clock;
  }

  void addTo(HostFunctions functions) {
    functions.owned("fileState", values -> state(values[0].asString()));
    functions.owned("fileNames", values -> String.join("\0", names(values[0].asString())));
    functions.owned("fileRead", this::read);
    functions.owned(
        "fileAdd",
        values ->
            temporary.add(values[0].asString(), values[1].asBoolean(), values[2].asInt(), now()));
    functions.owned(
        "fileWrite",
        values ->
            temporary.write(
                entry(values[0].asString()),
                values[1].asLong(),
                GuestBytes.read(values, 2),
                now()));
    functions.owned(
        "fileResize",
        values -> temporary.resize(entry(values[0].asString()), values[1].asLong(), now()));
    functions.owned("fileRemove", this::remove);
    functions.owned("fileRename", this::rename);
    functions.owned("fileChange", this::change);
  }

  private double now() {
    return RuntimeClock.micros(clock.instant()) / 1000.0;
  }

  private Entry entry(String path) {
    return temporary
        .entry(path)
        .orElseThrow(() -> new IllegalArgumentException("there is no file " + path));
  }

  /** Kind, size, mode, number and times, apart by spaces; null where there is nothing. */
  private @Nullable String state(String path) {
    Optional<Entry> entry = temporary.entry(path);
    if (entry.isPresent()) {
      Entry found = entry.get();
      return line(found.isFolder, found.size(), found.mode, found.number, found);
    }
    int kind = root.kind(path);
    if (kind == TaskRoot.NONE) {
      return null;
    }
    int size = root.file(path).map(content -> content.length).orElse(4096);
    boolean isFolder = kind == TaskRoot.FOLDER;
    return line(isFolder, size, isFolder ? FOLDER_MODE : FILE_MODE, path.hashCode() >>> 1, null);
  }

  private static String line(
      boolean isFolder, int size, int mode, long number, @Nullable Entry times) {
    return String.format(
        Locale.ROOT,
        "%s %d %d %d %.3f %.3f %.3f",
        isFolder ? "folder" : "file",
        size,
        mode,
        number,
        times == null ? PACKAGED : times.accessed,
        times == null ? PACKAGED : times.modified,
        times == null ? PACKAGED : times.born);
  }

  private List<String> names(String folder) {
    return folder.startsWith(TaskRoot.PATH) ? root.names(folder) : temporary.names(folder);
  }

  /** Reads to an ArrayBuffer: path, position, buffer, offset, length; answers how many bytes. */
  private Object read(Value[] values) {
    String path = values[0].asString();
    long position = values[1].asLong();
    int length = values[4].asInt();
    byte[] content;
    int from = 0;
    int count;
    Optional<byte[]> packaged = root.file(path);
    if (packaged.isPresent()) {
      content = packaged.get();
      from = (int) Math.min(position, content.length);
      count = Math.min(length, content.length - from);
    } else {
      content = TemporaryFolder.read(entry(path), position, length);
      count = content.length;
    }
    GuestBytes.write(values[2], values[3].asLong(), content, from, count);
    return count;
  }

  private @Nullable Object remove(Value[] values) {
    temporary.remove(values[0].asString());
    return null;
  }

  private @Nullable Object rename(Value[] values) {
    temporary.rename(values[0].asString(), values[1].asString());
    return null;
  }

  /** Path, mode, and the times of access and of modification in milliseconds. */
  private @Nullable Object change(Value[] values) {
    Entry changed = entry(values[0].asString());
    changed.mode = values[1].asInt();
    changed.accessed = values[2].asDouble();
    changed.modified = values[3].asDouble();
    return null;
  }
}

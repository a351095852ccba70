package io.pushsim.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pushsim.error.SimulatorException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a zip file by its central directory. Sizes are checked before anything is inflated; what
 * inflates to more than it declared is refused. Of entries with the same name the last one counts;
 * symbolic links are followed within the package and refused where they lead out of it.
 */
final class ZipReader {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int END_SIZE = 22;
  private static final int MOST_COMMENT = 65_535;
  // No deflate stream inflates to more: what declares more is not worth its memory.
  private static final int BEST_RATIO = 1032;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int FILE_TYPE = 0xF000;
  private static final int LINK = 0xA000;

  private final ByteBuffer zip;

  ZipReader(byte[] content) {
    zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * @throws SimulatorException where the file is no zip file, or refused
   */
  SortedMap<String, byte[]> files() {
    try {
      Collection<Entry> entries = directory().values();
      return UnpackingMemory.OF_HEAP.holding(
          entries.stream().mapToLong(Entry::size).sum(), () -> files(entries));
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | DataFormatException e) {
      throw ZipLimits.broken();
    }
  }

  private SortedMap<String, byte[]> files(Collection<Entry> entries) throws DataFormatException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Map<String, String> links = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byte[] content = content(entry);
      if (entry.isLink()) {
        links.put(entry.name(), new String(content, UTF_8));
      } else {
        files.put(entry.name(), content);
      }
    }
    new PackageLinks(files).follow(links);
    return files;
  }

  private Map<String, Entry> directory() {
    int end = end();
    int count = unsigned(zip.getShort(end + 10));
    int offset = zip.getInt(end + 16);
    // 0xFFFF and 0xFFFFFFFF point to the records of ZIP64, which no package within the limits
    // needs.
    if (count == 0xFFFF || offset == -1) {
      throw ZipLimits.refused("ZIP64 is not supported");
    }
    ZipLimits.checkCount(count);
    Map<String, Entry> entries = new LinkedHashMap<>();
    long total = 0;
    for (int i = 0; i < count; i++) {
      Entry entry = entry(offset);
      offset = entry.next();
      if (!entry.isFolder()) {
        total += entry.size();
        ZipLimits.checkUnzipped(total);
        entries.put(entry.name(), entry);
      }
    }
    return entries;
  }

  private int end() {
    int first = Math.max(0, zip.limit() - END_SIZE - MOST_COMMENT);
    for (int at = zip.limit() - END_SIZE; at >= first; at--) {
      if (zip.getInt(at) == END_SIGNATURE) {
        return at;
      }
    }
    throw ZipLimits.broken();
  }

  private Entry entry(int at) {
    if (zip.getInt(at) != ENTRY_SIGNATURE) {
      throw ZipLimits.broken();
    }
    int nameLength = unsigned(zip.getShort(at + 28));
    int next =
        at + 46 + nameLength + unsigned(zip.getShort(at + 30)) + unsigned(zip.getShort(at + 32));
    return new Entry(
        PackageLinks.normal(text(at + 46, nameLength)),
        unsigned(zip.getShort(at + 8)),
        unsigned(zip.getShort(at + 10)),
        Integer.toUnsignedLong(zip.getInt(at + 16)),
        Integer.toUnsignedLong(zip.getInt(at + 20)),
        Integer.toUnsignedLong(zip.getInt(at + 24)),
        zip.getInt(at + 38) >>> 16,
        zip.getInt(at + 42),
        text(at + 46, nameLength).endsWith("/"),
        next);
  }

  private String text(int at, int length) {
    byte[] bytes = new byte[length];
    zip.get(at, bytes);
    return new String(bytes, UTF_8);
  }

  private byte[] content(Entry entry) throws DataFormatException {
    if ((entry.flags() & 1) != 0) {
      throw ZipLimits.refused("the entry " + entry.name() + " is encrypted");
    }
    int at = entry.offset();
    if (zip.getInt(at) != LOCAL_SIGNATURE) {
      throw ZipLimits.broken();
    }
    if (entry.packedSize() > zip.limit() || entry.size() > entry.packedSize() * BEST_RATIO + 1024) {
      throw ZipLimits.broken();
    }
    int start = at + 30 + unsigned(zip.getShort(at + 26)) + unsigned(zip.getShort(at + 28));
    ByteBuffer packed = zip.slice(start, Math.toIntExact(entry.packedSize()));
    byte[] content =
        switch (entry.method()) {
          case STORED -> stored(packed, entry);
          case DEFLATED -> inflated(packed, entry);
          default ->
              throw ZipLimits.refused(
                  "the entry " + entry.name() + " is packed with method " + entry.method());
        };
    CRC32 crc = new CRC32();
    crc.update(content);
    if (crc.getValue() != entry.crc()) {
      throw ZipLimits.broken();
    }
    return content;
  }

  private static byte[] stored(ByteBuffer packed, Entry entry) {
    if (packed.remaining() != entry.size()) {
      throw ZipLimits.broken();
    }
    byte[] content = new byte[packed.remaining()];
    packed.get(content);
    return content;
  }

  private static byte[] inflated(ByteBuffer packed, Entry entry) throws DataFormatException {
    byte[] content = new byte[Math.toIntExact(entry.size())];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      int length = 0;
      while (length < content.length && !inflater.finished()) {
        int inflated = inflater.inflate(content, length, content.length - length);
        if (inflated == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw ZipLimits.broken();
        }
        length += inflated;
      }
      boolean longer = !inflater.finished() && inflater.inflate(new byte[1]) > 0;
      if (length != content.length || longer) {
        throw ZipLimits.broken();
      }
      return content;
    } finally {
      inflater.end();
    }
  }

  private static int unsigned(short value) {
    return Short.toUnsignedInt(value);
  }

  /** One entry of the central directory. */
  private record Entry(
      String name,
      int flags,
      int method,
      long crc,
      long packedSize,
      long size,
      int mode,
      int offset,
      boolean isFolder,
      int next) {
    boolean isLink() {
      return (mode & FILE_TYPE) == LINK;
    }
  }
}

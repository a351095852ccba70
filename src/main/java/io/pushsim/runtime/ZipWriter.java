package io.pushsim.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;

/**
 * Writes a zip file that depends on names and contents only: sorted, stored and not deflated (what
 * a deflater makes differs between platforms), dated 1980-01-01.
 */
final class ZipWriter {
  private static final int VERSION = 20;
  private static final int MADE_ON_UNIX = 3 << 8 | VERSION;
  private static final int NAMES_ARE_UTF8 = 1 << 11;
  private static final int FIRST_OF_1980 = 1 << 5 | 1;
  private static final int READABLE_FILE = 0100644;

  private final ByteArrayOutputStream zip = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();

  private ZipWriter() {}

  static byte[] zip(SortedMap<String, byte[]> files) {
    if (files.size() >= 0xFFFF) {
      throw ZipLimits.refused("it has " + files.size() + " files, at most 65534 can be packed");
    }
    ZipWriter writer = new ZipWriter();
    long size = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      size += file.getValue().length;
      ZipLimits.checkUnzipped(size);
      writer.add(file.getKey(), file.getValue());
    }
    return writer.end(files.size());
  }

  private void add(String name, byte[] content) {
    byte[] nameBytes = name.getBytes(UTF_8);
    int offset = zip.size();
    byte[] facts = facts(nameBytes.length, content);
    zip.writeBytes(buffer(4).putInt(0x04034b50).array());
    zip.writeBytes(facts);
    zip.writeBytes(nameBytes);
    zip.writeBytes(content);
    directory.writeBytes(buffer(6).putInt(0x02014b50).putShort((short) MADE_ON_UNIX).array());
    directory.writeBytes(facts);
    // no comment, disk 0, binary, the file's mode, where its local header stands
    directory.writeBytes(
        buffer(14)
            .putShort((short) 0)
            .putShort((short) 0)
            .putShort((short) 0)
            .putInt(READABLE_FILE << 16)
            .putInt(offset)
            .array());
    directory.writeBytes(nameBytes);
  }

  // What local header and directory have in common.
  private static byte[] facts(int nameLength, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return buffer(26)
        .putShort((short) VERSION)
        .putShort((short) NAMES_ARE_UTF8)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) FIRST_OF_1980)
        .putInt((int) crc.getValue())
        .putInt(content.length)
        .putInt(content.length)
        .putShort((short) nameLength)
        .putShort((short) 0)
        .array();
  }

  private byte[] end(int count) {
    int offset = zip.size();
    zip.writeBytes(directory.toByteArray());
    zip.writeBytes(
        buffer(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) count)
            .putShort((short) count)
            .putInt(directory.size())
            .putInt(offset)
            .putShort((short) 0)
            .array());
    return zip.toByteArray();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}

package io.pushsim.runtime;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Value;

/** Bytes between the simulator and JavaScript: a part of an ArrayBuffer, or a text of them. */
final class GuestBytes {
  private GuestBytes() {}

  /** Reads the part that three arguments name: an ArrayBuffer, an offset and a length. */
  static byte[] read(Value[] values, int first) {
    Value buffer = values[first];
    long offset = values[first + 1].asLong();
    int length = values[first + 2].asInt();
    // A handler may have given an array other properties than it has.
    if (!buffer.hasBufferElements()
        || offset < 0
        || length < 0
        || offset + length > buffer.getBufferSize()) {
      throw new IllegalArgumentException("no part of an ArrayBuffer: " + offset + ", " + length);
    }
    byte[] bytes = new byte[length];
    buffer.readBuffer(offset, bytes, 0, length);
    return bytes;
  }

  /** Writes to an ArrayBuffer. */
  static void write(Value buffer, long offset, byte[] bytes, int from, int length) {
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      buffer.writeBufferLong(ByteOrder.BIG_ENDIAN, offset + i, longAt(bytes, from + i));
    }
    for (; i < length; i++) {
      buffer.writeBufferByte(offset + i, bytes[from + i]);
    }
  }

  private static long longAt(byte[] bytes, int index) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | (bytes[index + i] & 0xff);
    }
    return value;
  }

  /** A text of one character a byte. */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

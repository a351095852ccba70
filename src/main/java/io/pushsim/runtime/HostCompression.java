package io.pushsim.runtime;

import java.io.ByteArrayOutputStream;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Compression for Node.js's zlib module, by the JDK's zlib. A result is kept until it is fetched:
 * {@code deflate} and {@code inflate} answer how long it is, or a text that says what is wrong with
 * the input; {@code fetchCompressed} writes it to an ArrayBuffer.
 */
final class HostCompression {
  private static final int CHUNK = 65_536;
  private static final String CUT_OFF = "unexpected end of file";

  private final BooleanSupplier hasEnded;
  private byte[] result = new byte[0];

  /**
   * @param hasEnded whether the process has ended meanwhile, so that long work is in vain
   */
  HostCompression(BooleanSupplier hasEnded) {
    this.hasEnded = hasEnded;
  }

  void addTo(HostFunctions functions) {
    functions.owned("deflate", this::deflate);
    functions.owned("inflate", this::inflate);
    functions.owned("fetchCompressed", this::fetch);
  }

  /** Raw or not, level, strategy, and the content. */
  private Object deflate(Value[] values) {
    Deflater deflater = new Deflater(values[1].asInt(), values[0].asBoolean());
    try {
      deflater.setStrategy(values[2].asInt());
      deflater.setInput(GuestBytes.read(values, 3));
      deflater.finish();
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        output.write(chunk, 0, deflater.deflate(chunk));
        look();
      }
      result = output.toByteArray();
      return result.length;
    } finally {
      deflater.end();
    }
  }

  /**
   * Raw or not, the most bytes that may come out, whether a cut-off input will do, and the input.
   * Answers how long the result is, and how much of the input was used, as "length used crc"; or
   * what is wrong.
   */
  private Object inflate(Value[] values) {
    Inflater inflater = new Inflater(values[0].asBoolean());
    try {
      return inflated(inflater, values[1].asDouble(), values[2].asBoolean(), values);
    } catch (DataFormatException e) {
      String message = e.getMessage();
      return message == null ? "invalid data" : message;
    } finally {
      inflater.end();
    }
  }

  private String inflated(Inflater inflater, double most, boolean mayBeCut, Value[] values)
      throws DataFormatException {
    inflater.setInput(GuestBytes.read(values, 3));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    CRC32 sum = new CRC32();
    while (!inflater.finished()) {
      int count = inflater.inflate(chunk);
      output.write(chunk, 0, count);
      sum.update(chunk, 0, count);
      if (output.size() > most) {
        return "too large";
      }
      if (inflater.needsDictionary()) {
        return "Missing dictionary";
      }
      if (count == 0 && !inflater.finished()) {
        if (!mayBeCut) {
          return CUT_OFF;
        }
        break;
      }
      look();
    }
    result = output.toByteArray();
    return result.length + " " + inflater.getBytesRead() + " " + sum.getValue();
  }

  private void look() {
    if (hasEnded.getAsBoolean()) {
      throw new IllegalStateException("the process has ended");
    }
  }

  private @Nullable Object fetch(Value[] values) {
    GuestBytes.write(values[0], values[1].asLong(), result, 0, result.length);
    result = new byte[0];
    return null;
  }
}

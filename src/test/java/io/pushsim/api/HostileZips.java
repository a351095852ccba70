package io.pushsim.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.random.RandomGenerator;
import java.util.zip.ZipOutputStream;

/** Deployment packages that are none, or want to be somewhere else, or are very large inside. */
final class HostileZips {
  private static final int CENTRAL = 0x02014b50;
  private static final byte[] BOMB = bomb(2 << 20);
  private static final byte[] SMALL_BOMB = bomb(1 << 20);

  private HostileZips() {}

  static byte[] any(RandomGenerator random) {
    byte[] good = Zips.ofHandler("event");
    return switch (random.nextInt(14)) {
      case 0 ->
          Zips.of(
              Hostile.oneOf(random, "../out.js", "/etc/passwd", "a/../../b", "..\\c", "a\0b"), "x");
      case 1 -> BOMB;
      case 2 -> lying(SMALL_BOMB.clone(), 24, Integer.MAX_VALUE);
      case 3 -> lying(SMALL_BOMB.clone(), 24, 10);
      case 4 -> lying(good, 20, random.nextInt());
      case 5 -> lying(good, 42, random.nextInt());
      case 6 -> lying(good, 8, (random.nextInt() << 16) | 1);
      case 7 -> links(random);
      case 8 -> Hostile.cut(random, good);
      case 9 -> new byte[random.nextInt(100)];
      case 10 -> many(3000);
      case 11 -> lying(good, 10, random.nextInt());
      case 12 -> lying(SMALL_BOMB.clone(), 24, 0x7000_0000);
      default -> Hostile.mutated(random, good);
    };
  }

  /** One file of zeros. */
  static byte[] bomb(int size) {
    return zip(
        zip -> {
          zip.putNextEntry(Zips.entry("index.js"));
          byte[] zeros = new byte[1 << 16];
          for (int written = 0; written < size; written += zeros.length) {
            zip.write(zeros);
          }
        });
  }

  private static byte[] many(int count) {
    return zip(
        zip -> {
          for (int i = 0; i < count; i++) {
            zip.putNextEntry(Zips.entry("f" + i));
          }
        });
  }

  /** Symbolic links, out of the package or in circles. */
  private static byte[] links(RandomGenerator random) {
    String target =
        Hostile.oneOf(random, "/etc/passwd", "../..", ".", "link", "other", "a/b/c", "");
    byte[] zip = Zips.of("link", target);
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(central(bytes) + 38, 0xA1FF << 16);
    return zip;
  }

  /** With another number in its first entry of the central directory. */
  private static byte[] lying(byte[] zip, int field, int value) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(central(bytes) + field, value);
    return zip;
  }

  private static int central(ByteBuffer zip) {
    int at = 0;
    while (zip.getInt(at) != CENTRAL) {
      at++;
    }
    return at;
  }

  /** Puts entries into a zip file. */
  private interface Filling {
    void fill(ZipOutputStream zip) throws IOException;
  }

  private static byte[] zip(Filling filling) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      filling.fill(zip);
    } catch (IOException e) {
      throw new UncheckedIOException("a zip in memory cannot be written", e);
    }
    return bytes.toByteArray();
  }
}

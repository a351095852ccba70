package io.pushsim.api.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The checksums by which a client can have its request's body checked. */
enum ChecksumAlgorithm {
  CRC32,
  CRC32C,
  CRC64NVME,
  MD5,
  SHA1,
  SHA256,
  SHA512;

  /** What the names of the headers begin with that carry checksums. */
  static final String HEADER_PREFIX = "x-amz-checksum-";

  /** The algorithm of this name, in any case. */
  static Optional<ChecksumAlgorithm> named(String name) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  byte[] of(byte[] body) {
    return switch (this) {
      case CRC32 -> cyclic(new CRC32(), Integer.BYTES, body);
      case CRC32C -> cyclic(new CRC32C(), Integer.BYTES, body);
      case CRC64NVME -> cyclic(new Crc64Nvme(), Long.BYTES, body);
      case MD5 -> digest("MD5", body);
      case SHA1 -> digest("SHA-1", body);
      case SHA256 -> digest("SHA-256", body);
      case SHA512 -> digest("SHA-512", body);
    };
  }

  private static byte[] cyclic(Checksum checksum, int length, byte[] body) {
    checksum.update(body, 0, body.length);
    byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
    return Arrays.copyOfRange(value, value.length - length, value.length);
  }

  private static byte[] digest(String name, byte[] body) {
    try {
      return MessageDigest.getInstance(name).digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + name, e);
    }
  }
}

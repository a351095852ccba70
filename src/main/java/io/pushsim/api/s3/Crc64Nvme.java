package io.pushsim.api.s3;

import java.util.zip.Checksum;

/**
 * CRC-64/NVME, which the JDK does not have: reflected, over the polynomial {@code
 * 0xad93d23594c93659}, all ones before and after (NVM Express, NVM Command Set).
 */
final class Crc64Nvme implements Checksum {
  private static final long REFLECTED_POLYNOMIAL = 0x9a6c9329ac4bc9b5L;
  private static final long[] TABLE = table();

  private long value = -1;

  private static long[] table() {
    long[] table = new long[256];
    for (int i = 0; i < table.length; i++) {
      long remainder = i;
      for (int bit = 0; bit < 8; bit++) {
        remainder = (remainder >>> 1) ^ ((remainder & 1) == 0 ? 0 : REFLECTED_POLYNOMIAL);
      }
      table[i] = remainder;
    }
    return table;
  }

  @Override
  public void update(int b) {
    value = TABLE[(int) (value ^ b) & 0xff] ^ (value >>> 8);
  }

  @Override
  public void update(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      update(bytes[i]);
    }
  }

  @Override
  public long getValue() {
    return ~value;
  }

  @Override
  public void reset() {
    value = -1;
  }
}

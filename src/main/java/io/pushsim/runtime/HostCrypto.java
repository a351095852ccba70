package io.pushsim.runtime;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * Digests for Node.js's crypto module, and sums for the AWS SDK's uploads, by the JDK. Algorithms
 * go by the JDK's names.
 */
final class HostCrypto {
  private static final int ROUNDS_BETWEEN_LOOKS = 1024;

  private final BooleanSupplier hasEnded;

  /**
   * @param hasEnded whether the process has ended meanwhile, so that long work is in vain
   */
  HostCrypto(BooleanSupplier hasEnded) {
    this.hasEnded = hasEnded;
  }

  void addTo(HostFunctions functions) {
    functions.free(
        "digest", values -> GuestBytes.text(digest(values[0].asString(), bytes(values, 1))));
    functions.free("runningSum", values -> running(checksum(values[0].asString())));
    functions.free(
        "hmac",
        values ->
            GuestBytes.text(mac(values[0].asString(), bytes(values, 1)).doFinal(bytes(values, 4))));
    functions.free(
        "pbkdf2",
        values ->
            GuestBytes.text(
                derive(
                    mac(values[0].asString(), bytes(values, 1)),
                    bytes(values, 4),
                    values[7].asInt(),
                    values[8].asInt())));
  }

  private static Checksum checksum(String algorithm) {
    return algorithm.equals("CRC32C") ? new CRC32C() : new CRC32();
  }

  /** A function that takes part after part and answers the sum of all so far. */
  private static ProxyExecutable running(Checksum sum) {
    return part -> {
      sum.update(bytes(part, 0));
      return sum.getValue();
    };
  }

  private static byte[] bytes(Value[] values, int first) {
    return GuestBytes.read(values, first);
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the JDK has no digest " + algorithm, e);
    }
  }

  private static Mac mac(String algorithm, byte[] key) {
    String name = "Hmac" + algorithm.replace("SHA-", "SHA");
    try {
      Mac mac = Mac.getInstance(name);
      // An empty key is the same as one of a zero byte: both are filled up with zeros.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, name));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the JDK has no " + name, e);
    }
  }

  /** PBKDF2 (RFC 8018, 5.2). */
  private byte[] derive(Mac mac, byte[] salt, int iterations, int length) {
    byte[] key = new byte[length];
    int size = mac.getMacLength();
    for (int block = 0; (long) block * size < length; block++) {
      look(block);
      byte[] sum = block(mac, salt, iterations, block + 1);
      System.arraycopy(sum, 0, key, block * size, Math.min(size, length - block * size));
    }
    return key;
  }

  private byte[] block(Mac mac, byte[] salt, int iterations, int number) {
    byte[] seed = Arrays.copyOf(salt, salt.length + 4);
    for (int i = 0; i < 4; i++) {
      seed[salt.length + i] = (byte) (number >>> (24 - 8 * i));
    }
    byte[] last = mac.doFinal(seed);
    byte[] sum = last.clone();
    for (int round = 1; round < iterations; round++) {
      last = mac.doFinal(last);
      for (int i = 0; i < sum.length; i++) {
        sum[i] ^= last[i];
      }
      look(round);
    }
    return sum;
  }

  private void look(int round) {
    if (round % ROUNDS_BETWEEN_LOOKS == 0 && hasEnded.getAsBoolean()) {
      throw new IllegalStateException("the process has ended");
    }
  }
}

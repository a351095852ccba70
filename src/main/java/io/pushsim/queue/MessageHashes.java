package io.pushsim.queue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The MD5 digests with which SQS tells that it got a message as it was sent (SQS developer guide,
 * Calculating the MD5 message digest for message attributes).
 */
public final class MessageHashes {
  private static final byte TEXT = 1;
  private static final byte BYTES = 2;

  private MessageHashes() {}

  /** MD5OfMessageBody, in hexadecimal digits. */
  public static String ofBody(String body) {
    return md5(body.getBytes(StandardCharsets.UTF_8));
  }

  /** MD5OfMessageAttributes, in hexadecimal digits; empty where there are no attributes. */
  public static Optional<String> ofAttributes(Map<String, MessageAttribute> attributes) {
    if (attributes.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TreeMap<>(attributes)
        .forEach(
            (name, attribute) -> {
              add(bytes, name.getBytes(StandardCharsets.UTF_8));
              add(bytes, attribute.dataType().getBytes(StandardCharsets.UTF_8));
              bytes.write(attribute.holdsBytes() ? BYTES : TEXT);
              add(bytes, value(attribute));
            });
    return Optional.of(md5(bytes.toByteArray()));
  }

  private static void add(ByteArrayOutputStream bytes, byte[] part) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    bytes.writeBytes(part);
  }

  private static byte[] value(MessageAttribute attribute) {
    return attribute.holdsBytes()
        ? Base64.getDecoder().decode(attribute.binaryValue().orElse(""))
        : attribute.stringValue().orElse("").getBytes(StandardCharsets.UTF_8);
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  /**
   * How many bytes of a message count for its size: its body and its attributes' names, types and
   * values.
   */
  public static int size(String body, Map<String, MessageAttribute> attributes) {
    int size = body.getBytes(StandardCharsets.UTF_8).length;
    for (Map.Entry<String, MessageAttribute> attribute : attributes.entrySet()) {
      size += attribute.getKey().getBytes(StandardCharsets.UTF_8).length;
      size += attribute.getValue().dataType().getBytes(StandardCharsets.UTF_8).length;
      size += value(attribute.getValue()).length;
    }
    return size;
  }
}

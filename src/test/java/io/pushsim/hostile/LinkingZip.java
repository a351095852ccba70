package io.pushsim.hostile;

import io.pushsim.testing.DeploymentZip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A deployment package with symbolic links in it, which {@code java.util.zip} cannot write. */
final class LinkingZip {
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_LENGTH = 46;
  private static final int UNIX = 3 << 8;
  private static final int LINK = 0xA1FF << 16;

  private LinkingZip() {}

  /**
   * A package of one file.
   *
   * @param links targets by names
   */
  static byte[] of(String name, byte[] content, Map<String, String> links) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(name, content);
    links.forEach((link, target) -> files.put(link, target.getBytes(StandardCharsets.UTF_8)));
    byte[] zip = DeploymentZip.of(name, files);
    mark(ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN), links.keySet());
    return zip;
  }

  /** Gives the entries of these names the mode of a link (APPNOTE.TXT 4.3.12, Info-ZIP's mode). */
  private static void mark(ByteBuffer zip, Set<String> names) {
    for (int at = 0; at + CENTRAL_LENGTH < zip.limit(); at++) {
      if (zip.getInt(at) == CENTRAL) {
        byte[] name = new byte[zip.getShort(at + 28)];
        zip.get(at + CENTRAL_LENGTH, name);
        if (names.contains(new String(name, StandardCharsets.UTF_8))) {
          zip.putShort(at + 4, (short) (UNIX | 20));
          zip.putInt(at + 38, LINK);
        }
      }
    }
  }
}

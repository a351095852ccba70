package io.pushsim.api.access;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * A body that has not come yet when its request's signature is verified: what the client announced
 * of it is checked as it flows. Only S3 takes its clients' word for that long.
 */
public final class FlowingPayload implements Payload {
  private Optional<String> announced = Optional.empty();

  @Override
  public String sha256() {
    throw new IllegalStateException("the hash of a body that flows is known at its end");
  }

  @Override
  public void require(String hash) {
    announced = Optional.of(hash);
  }

  /**
   * The body, to be read to its end: there it fails, with an exception that the {@link
   * io.pushsim.error.SimulatorException} XAmzContentSHA256Mismatch has caused, where it is another
   * than announced.
   */
  public InputStream checking(InputStream body) {
    return announced.<InputStream>map(hash -> new Checked(body, hash)).orElse(body);
  }

  private static final class Checked extends FilterInputStream {
    private final MessageDigest digest = Hashes.newSha256();
    private final String announced;

    Checked(InputStream body, String announced) {
      super(body);
      this.announced = announced;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int start, int most) throws IOException {
      int count = super.read(into, start, most);
      if (count >= 0) {
        digest.update(into, start, count);
        return count;
      }
      String computed = Hashes.hex(digest.digest());
      if (!computed.equals(announced.toLowerCase(Locale.ROOT))) {
        throw new IOException(S3AccessErrors.wrongContentHash(announced, computed));
      }
      return count;
    }
  }
}

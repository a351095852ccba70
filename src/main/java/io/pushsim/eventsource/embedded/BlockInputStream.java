package io.pushsim.eventsource.embedded;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that is read in blocks alone: its bytes come by one method, whether they are read one by
 * one, all at once, or skipped. So nothing passes by what looks at them there.
 */
public abstract class BlockInputStream extends InputStream {
  @Override
  public abstract int read(byte[] into, int start, int most) throws IOException;

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }
}

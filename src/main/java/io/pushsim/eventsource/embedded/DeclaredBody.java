package io.pushsim.eventsource.embedded;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that has to be as long as the request says it is. */
final class DeclaredBody extends FilterInputStream {
  private final long length;
  private long read;

  DeclaredBody(InputStream body, long length) {
    super(body);
    this.length = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int start, int most) throws IOException {
    int count = super.read(into, start, most);
    read += Math.max(count, 0);
    if (read > length || (count < 0 && read < length)) {
      throw new IOException(ObjectRefusal.incompleteBody());
    }
    return count;
  }
}

package io.pushsim.eventsource.embedded;

import java.io.IOException;
import java.io.InputStream;

/** A body that has to be as long as the request says it is. */
final class DeclaredBody extends BlockInputStream {
  private final InputStream body;
  private final long length;
  private long read;

  DeclaredBody(InputStream body, long length) {
    this.body = body;
    this.length = length;
  }

  @Override
  public int read(byte[] into, int start, int most) throws IOException {
    int count = body.read(into, start, most);
    read += Math.max(count, 0);
    if (read > length || (count < 0 && read < length)) {
      throw new IOException(ObjectRefusal.incompleteBody());
    }
    return count;
  }
}

package io.pushsim.api.http;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** A request's body: the parts as they came, until someone wants it as a whole. */
final class Body {
  private final List<Buffer> parts = new ArrayList<>(1);
  private int length;

  void add(Buffer part) {
    parts.add(part);
    length += part.length();
  }

  int length() {
    return length;
  }

  /** The whole body; this one is empty afterwards. Takes long for a large one. */
  byte[] joined() {
    byte[] whole = new byte[length];
    int at = 0;
    for (int i = 0; i < parts.size(); i++) {
      // What has been copied may go while the rest is.
      Buffer part = parts.set(i, Buffer.buffer(0));
      part.getBytes(whole, at);
      at += part.length();
    }
    parts.clear();
    length = 0;
    return whole;
  }
}

package io.pushsim.eventsource.embedded;

import io.pushsim.eventsource.embedded.ObjectCall.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is held back as long as it is short, so that a failure can still be answered with
 * an error. For one thread.
 */
final class HeldAnswer {
  /** The most that is held. */
  private static final int SHORT = 64 * 1024;

  private static final String LENGTH = "Content-Length";

  /** What pushsim itself says, and what only one connection is about. */
  private static final Set<String> NOT_S3PROXYS =
      Set.of("x-amz-request-id", "x-amz-id-2", "server", "connection", "date");

  private final ObjectCall call;
  private final ObjectAnswer answer;
  private final Runnable beforeItBegins;
  private final List<Header> headers = new ArrayList<>();
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private int status = 200;
  private @Nullable OutputStream begun;

  /**
   * @param beforeItBegins is run once, before the first byte goes out; what it throws is answered
   *     instead
   */
  HeldAnswer(ObjectCall call, ObjectAnswer answer, Runnable beforeItBegins) {
    this.call = call;
    this.answer = answer;
    this.beforeItBegins = beforeItBegins;
  }

  void add(String name, String value) {
    if (!NOT_S3PROXYS.contains(ObjectCall.lower(name))) {
      headers.add(new Header(name, value));
    }
  }

  void set(String name, String value) {
    headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    add(name, value);
  }

  void status(int code) {
    status = code;
  }

  int status() {
    return status;
  }

  Optional<String> header(String name) {
    return Header.first(headers, name);
  }

  boolean hasBegun() {
    return begun != null;
  }

  void write(byte[] bytes, int start, int length) throws IOException {
    if (begun == null && held.size() + length > SHORT) {
      begin();
    }
    (begun == null ? held : begun).write(bytes, start, length);
  }

  /** All has been said. */
  void end() throws IOException {
    if (begun == null) {
      if (header(LENGTH).isEmpty() && !isWithoutBody()) {
        headers.add(new Header(LENGTH, String.valueOf(held.size())));
      }
      begin();
    }
    if (begun != null) {
      begun.close();
    }
  }

  private boolean isWithoutBody() {
    return status == 204 || status == 304 || call.method().equals("HEAD");
  }

  private void begin() throws IOException {
    beforeItBegins.run();
    List<Header> all = new ArrayList<>();
    all.add(new Header("x-amz-id-2", call.hostId()));
    all.add(new Header("x-amz-request-id", call.requestId()));
    all.add(new Header("Server", "AmazonS3"));
    all.addAll(headers);
    OutputStream out = answer.begin(status, all);
    held.writeTo(out);
    held.reset();
    begun = out;
  }
}

package io.pushsim.benchmark;

import io.pushsim.testing.TestResource;
import io.vertx.core.buffer.Buffer;

/** Notifications as MinIO sends them, each of a request of its own. */
final class Events {
  private static final String[] PUT =
      new TestResource("minio-events/01-put.json").text().split("18EA89DBFA75C975", -1);

  private Events() {}

  static Buffer put(long number) {
    return Buffer.buffer(PUT[0] + "F%015X".formatted(number) + PUT[1]);
  }
}

package io.pushsim.benchmark;

import io.pushsim.testing.TestResource;
import io.vertx.core.buffer.Buffer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Notifications as MinIO sends them, each of a request of its own. */
final class Events {
  private static final String[] PUT =
      new TestResource("minio-events/01-put.json").text().split("18EA89DBFA75C975", -1);

  /** A key that makes a function's payload one of 1 KB. */
  private static final String LONG_KEY = "photos/" + "a".repeat(200) + ".jpg";

  private Events() {}

  static Buffer put(long number) {
    return Buffer.buffer(PUT[0] + "F%015X".formatted(number) + PUT[1]);
  }

  /** A message that tells of so many, from this one on, with payloads of 1 KB. */
  static Buffer puts(long first, int count) {
    String list = "\"Records\":[";
    int start = PUT[0].indexOf(list) + list.length();
    int end = PUT[1].lastIndexOf("]}");
    String before = PUT[0].substring(start);
    String after = PUT[1].substring(0, end).replace("HappyFace.jpg", LONG_KEY);
    return Buffer.buffer(
        LongStream.range(first, first + count)
            .mapToObj(number -> before + "F%015X".formatted(number) + after)
            .collect(Collectors.joining(",", PUT[0].substring(0, start), PUT[1].substring(end))));
  }
}

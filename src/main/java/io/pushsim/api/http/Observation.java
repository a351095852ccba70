package io.pushsim.api.http;

import java.util.function.Consumer;

/** Tells of one request's answer what was found out about the request until then. */
final class Observation implements Consumer<Exchange.Answer> {
  private static final String UNKNOWN = "unknown";

  private final Traffic traffic;
  private final long start = System.nanoTime();
  private String service = UNKNOWN;
  private String operation = UNKNOWN;
  private long received;

  Observation(Traffic traffic) {
    this.traffic = traffic;
  }

  void isFor(String serviceName) {
    service = serviceName;
  }

  void isFor(String serviceName, String operationName) {
    service = serviceName;
    operation = operationName;
  }

  void received(long bytes) {
    received = bytes;
  }

  /** Of an answer that was written bit by bit. */
  void streamed(int status, long bytesReceived, long bytesSent) {
    traffic.answered(
        service, operation, status, System.nanoTime() - start, bytesReceived, bytesSent);
  }

  @Override
  public void accept(Exchange.Answer answer) {
    traffic.answered(
        service,
        operation,
        answer.status(),
        System.nanoTime() - start,
        received,
        answer.body().length);
  }
}

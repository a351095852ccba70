package io.pushsim.api.http;

/** Tells of one request's answer what was found out about the request until then. */
final class Observation {
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

  /** Of a request whose body and answer flowed. */
  void answered(int status, long bytesReceived, long bytesSent) {
    traffic.answered(
        service, operation, status, System.nanoTime() - start, bytesReceived, bytesSent);
  }

  void answered(Exchange.Answer answer) {
    answered(answer.status(), received, answer.body().length);
  }
}

package io.pushsim.api.http;

import java.util.function.Consumer;

/** Tells of one request's answer what was found out about the request until then. */
final class Observation implements Consumer<Exchange.Answer> {
  private static final String UNKNOWN = "unknown";

  private final Traffic traffic;
  private final String service;
  private final long start = System.nanoTime();
  private String operation = UNKNOWN;
  private long received;

  Observation(Traffic traffic, String service) {
    this.traffic = traffic;
    this.service = service;
  }

  void isFor(String name) {
    operation = name;
  }

  void received(long bytes) {
    received = bytes;
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

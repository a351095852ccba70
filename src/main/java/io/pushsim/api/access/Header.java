package io.pushsim.api.access;

import java.util.Objects;

/** One header line of a request; names are compared without regard to case. */
public record Header(String name, String value) {
  public Header {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }
}

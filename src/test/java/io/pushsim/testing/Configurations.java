package io.pushsim.testing;

import io.pushsim.function.CodeReference;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.function.LoggingConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Configurations of functions, for tests to which it does not matter what is in them. */
public final class Configurations {
  private Configurations() {}

  /** One of a Node.js function, with all that can be left out as Lambda has it then. */
  public static FunctionConfiguration plain(String functionName, Instant lastModified) {
    return new FunctionConfiguration(
        new CodeReference("sha", 1),
        "nodejs22.x",
        "arn:aws:iam::111111111111:role/one",
        "index.handler",
        "",
        3,
        128,
        512,
        Optional.empty(),
        List.of("x86_64"),
        LoggingConfig.defaultFor(functionName),
        Optional.empty(),
        lastModified);
  }
}

package io.pushsim.runtime;

/** Why an execution environment is initialized: for an invocation, or ahead of all. */
public enum InitializationType {
  ON_DEMAND("on-demand"),
  PROVISIONED_CONCURRENCY("provisioned-concurrency");

  private final String text;

  InitializationType(String text) {
    this.text = text;
  }

  /** As AWS_LAMBDA_INITIALIZATION_TYPE says it. */
  @Override
  public String toString() {
    return text;
  }
}

package io.pushsim.invocation;

/** How far a version's provisioned environments are, as Lambda names it. */
public enum ProvisionedStatus {
  IN_PROGRESS,
  READY,

  /** The function's init phase failed. */
  FAILED
}

package io.pushsim.journal;

/** What S3 and Lambda do now and then to notifications and grants, injected on purpose. */
public enum PushFault {
  /** A notification is pushed once more. */
  DUPLICATE,
  /** A notification is pushed late. */
  DELAY,
  /** A notification is pushed after later ones of its bucket. */
  REORDER,
  /** A notification is never pushed. */
  DROP,
  /** A grant counts some time after AddPermission was answered. */
  PROPAGATION_DELAY
}

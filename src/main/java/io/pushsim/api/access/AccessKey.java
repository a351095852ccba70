package io.pushsim.api.access;

import java.util.Optional;

/**
 * A key that a caller may sign with, and the account that it speaks for.
 *
 * @param account 12 digits
 * @param sessionToken which requests must carry too, where there is one
 */
record AccessKey(String id, String secret, Optional<String> sessionToken, String account) {

  /** Without what is secret. */
  @Override
  public String toString() {
    return "AccessKey[" + id + " of " + account + "]";
  }
}

package io.pushsim.api.access;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a request says of who signed it: nothing, or a signature of AWS's version 4. */
sealed interface Authorization {

  /** Where a signature stands. */
  enum Form {
    /** In the {@code Authorization} header. */
    HEADER,
    /** In the query: a presigned URL. */
    QUERY
  }

  /** A request that nobody signed. */
  record Unsigned() implements Authorization {}

  /**
   * A signature that is well-formed; whether it is right is another matter.
   *
   * @param signedHeaderList the names, separated by semicolons
   * @param signature in hexadecimal digits where it is right
   * @param validity how long after its time a presigned URL is valid, where it says so
   */
  record Signed(
      Form form,
      CredentialScope credential,
      String signedHeaderList,
      String signature,
      Timestamp time,
      Optional<Duration> validity,
      Optional<String> sessionToken)
      implements Authorization {

    /** The names of the signed headers, in lower case and in the order given. */
    List<String> signedHeaders() {
      return List.of(signedHeaderList.toLowerCase(Locale.ROOT).split(";", -1));
    }

    ServiceKind kind() {
      return ServiceKind.of(credential.service());
    }

    AccessErrors errors() {
      return AccessErrors.of(kind(), form);
    }
  }
}

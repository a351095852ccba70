package io.pushsim.outside;

/** What an S3 server may do or not do: what it does not, a test sees it refuse. */
enum S3Capability {
  /** Buckets keep the versions of their objects. */
  VERSIONS,
  /** Objects have tags. */
  TAGS,
  /** A key may have two slashes side by side. */
  DOUBLED_SLASHES,
  /** The server tells of a delete marker as such, and not as of an object that is gone. */
  DELETE_MARKERS,
  /** The server is another process than pushsim, and may be away while pushsim is there. */
  GOES_AWAY,
  /** Its objects, and what pushsim knows, are there when pushsim is started again. */
  LASTS
}

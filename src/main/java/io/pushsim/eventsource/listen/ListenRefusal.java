package io.pushsim.eventsource.listen;

import io.minio.errors.ErrorResponseException;

/** Why a server does not let pushsim listen to a bucket, and whether that can mend itself. */
final class ListenRefusal extends Exception {
  private final String reason;
  private final Prospect prospect;
  private final boolean ofNames;

  /** What becomes of it. */
  enum Prospect {
    /** Something may change at the server: it is asked again. */
    TRY_AGAIN,
    /** pushsim itself must be started otherwise. */
    GIVE_UP
  }

  private ListenRefusal(String reason, Prospect prospect) {
    this(reason, prospect, false);
  }

  private ListenRefusal(String reason, Prospect prospect, boolean ofNames) {
    super(reason);
    this.reason = reason;
    this.prospect = prospect;
    this.ofNames = ofNames;
  }

  /** A sentence for people, without its full stop. */
  String reason() {
    return reason;
  }

  /** Whether the server does not know all names of events that it was asked for. */
  boolean isOfNames() {
    return ofNames;
  }

  boolean isFinal() {
    return prospect == Prospect.GIVE_UP;
  }

  /** The server has no such thing as listening. */
  static ListenRefusal noListenApi(String evidence) {
    return new ListenRefusal(
        "the server %s and has no listen API, which is MinIO's alone; let it post its notifications to pushsim's webhook instead"
            .formatted(evidence),
        Prospect.GIVE_UP);
  }

  /**
   * What the MinIO client says of an answer, in words for people.
   *
   * @param status the answer's
   */
  static ListenRefusal of(Throwable failure, int status, String bucket, ListenedServer server) {
    if (failure instanceof ErrorResponseException answered) {
      return ofCode(
          String.valueOf(answered.errorResponse().code()),
          status,
          String.valueOf(answered.errorResponse().message()),
          bucket,
          server);
    }
    return ofStatus(status, "not in S3's words");
  }

  private static ListenRefusal ofCode(
      String code, int status, String message, String bucket, ListenedServer server) {
    return switch (code) {
      case "NoSuchBucket" ->
          new ListenRefusal(
              "there is no bucket '%s'; create it there".formatted(bucket), Prospect.TRY_AGAIN);
      case "AccessDenied" ->
          new ListenRefusal(
              "the access key '%s' may not listen to it; grant it s3:ListenBucketNotification on arn:aws:s3:::%s"
                  .formatted(server.accessKey(), bucket),
              Prospect.TRY_AGAIN);
      case "InvalidAccessKeyId" ->
          new ListenRefusal(
              "the server does not know the access key '%s'; make it there, or give another --s3-access-key"
                  .formatted(server.accessKey()),
              Prospect.TRY_AGAIN);
      case "RequestTimeTooSkewed" ->
          new ListenRefusal(
              "the clocks of pushsim and of the server differ too much; set them",
              Prospect.TRY_AGAIN);
      case "SignatureDoesNotMatch" ->
          new ListenRefusal(
              "the secret of the access key '%s' is another; give the right --s3-secret-key"
                  .formatted(server.accessKey()),
              Prospect.GIVE_UP);
      case "AuthorizationHeaderMalformed", "InvalidRegion" ->
          new ListenRefusal(
              "the server is not in the region '%s' (it says: %s); give its --region"
                  .formatted(server.region(), message),
              Prospect.GIVE_UP);
      case "InvalidArgument" ->
          new ListenRefusal(
              "the server does not know the events that it is asked for (it says: %s); use a MinIO of 2021 or later"
                  .formatted(message),
              Prospect.GIVE_UP,
              true);
      case "NotImplemented", "MethodNotAllowed" -> noListenApi("answers " + code);
      default -> ofStatus(status, code + ": " + message);
    };
  }

  private static ListenRefusal ofStatus(int status, String what) {
    boolean passing = (status >= 500 && status != 501) || status == 408 || status == 429;
    return new ListenRefusal(
        "the server answers %d (%s)".formatted(status, what)
            + (passing ? "" : "; is it MinIO, and is this its S3 port?"),
        passing ? Prospect.TRY_AGAIN : Prospect.GIVE_UP);
  }
}

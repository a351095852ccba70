package io.pushsim.api.s3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;

/** What an operation's request has as its body. */
enum RequestBody {
  NOTIFICATION_CONFIGURATION {
    @Override
    void addTo(ObjectNode parameters, byte[] body) {
      if (body.length == 0) {
        throw new SimulatorException(ErrorCode.S3_MISSING_REQUEST_BODY, "Request body is empty.");
      }
      parameters.set("NotificationConfiguration", Document.NOTIFICATION_CONFIGURATION.read(body));
    }
  },
  CREATE_BUCKET_CONFIGURATION {
    @Override
    void addTo(ObjectNode parameters, byte[] body) {
      if (body.length > 0) {
        parameters.set(
            "CreateBucketConfiguration", Document.CREATE_BUCKET_CONFIGURATION.read(body));
      }
    }
  },
  NONE {
    @Override
    void addTo(ObjectNode parameters, byte[] body) {
      if (body.length > 0) {
        throw new SimulatorException(
            ErrorCode.S3_INVALID_REQUEST, "This operation takes no body; send none");
      }
    }
  };

  static RequestBody of(String operation) {
    return switch (operation) {
      case "PutBucketNotificationConfiguration" -> NOTIFICATION_CONFIGURATION;
      case "CreateBucket" -> CREATE_BUCKET_CONFIGURATION;
      default -> NONE;
    };
  }

  /**
   * Adds the parameter that the body is.
   *
   * @throws SimulatorException for a body that is not the operation's
   */
  abstract void addTo(ObjectNode parameters, byte[] body);
}

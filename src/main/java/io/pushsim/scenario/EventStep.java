package io.pushsim.scenario;

import java.util.Arrays;
import java.util.Optional;

/** The steps of which a bucket notification comes. */
enum EventStep {
  PUT_OBJECT("PutObject"),
  DELETE_OBJECT("DeleteObject"),
  COPY_OBJECT("CopyObject"),
  COMPLETE_MULTIPART_UPLOAD("CompleteMultipartUpload"),
  NOTIFY("Notify");

  private final String stepName;

  EventStep(String stepName) {
    this.stepName = stepName;
  }

  String stepName() {
    return stepName;
  }

  static Optional<EventStep> named(String name) {
    return Arrays.stream(values()).filter(event -> event.stepName.equals(name)).findFirst();
  }
}

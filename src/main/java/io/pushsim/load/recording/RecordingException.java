package io.pushsim.load.recording;

/** A file that is no recording; the message is for the person who named it, with the line. */
public final class RecordingException extends Exception {
  private static final long serialVersionUID = 1L;

  RecordingException(String message) {
    super(message);
  }

  RecordingException(String message, Throwable cause) {
    super(message, cause);
  }
}

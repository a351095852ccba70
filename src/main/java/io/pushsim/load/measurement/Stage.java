package io.pushsim.load.measurement;

/** What a push has come to; each is timed from when the push was meant to be sent. */
public enum Stage {
  /** It was sent: what is late here is the generator's doing. */
  SENT("sent"),
  /** It was accepted: it cannot get lost any more. */
  ACCEPTED("accepted"),
  /** It was matched, and the target's policy was asked. */
  DECISION("decision"),
  /** The handler began. */
  START("start"),
  /** It came to its end. */
  END("end");

  private final String word;

  Stage(String word) {
    this.word = word;
  }

  /** As it is called in reports. */
  public String word() {
    return word;
  }
}

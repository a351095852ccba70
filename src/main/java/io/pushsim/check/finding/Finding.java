package io.pushsim.check.finding;

import io.pushsim.document.Place;
import java.util.List;
import java.util.Optional;

/**
 * Something that is wrong with a set-up.
 *
 * @param place where it is
 * @param subject what it is about, the same from one check to the next whatever the lines: {@code
 *     examplebucket rule prod → helloworld:PROD}
 * @param message what is wrong in this case, in a sentence or two
 * @param commands the AWS CLI commands that mend it, to be run one after the other; none where none
 *     can
 * @param lines what to write into the input itself, where it is a template, a plan or a scenario
 * @param related other places that have to do with it
 */
public record Finding(
    FindingKind kind,
    Place place,
    String subject,
    String message,
    List<String> commands,
    Optional<Lines> lines,
    List<Place> related) {
  public Finding {
    commands = List.copyOf(commands);
    related = List.copyOf(related);
  }

  /**
   * Lines for an input.
   *
   * @param language {@code yaml} or {@code hcl}
   * @param where what to do with them: {@code Add to Resources of stack.yaml}
   */
  public record Lines(String language, String where, String text) {
    /** Whether there is nothing to write: it is all said by where. */
    public boolean isEmpty() {
      return text.isBlank();
    }
  }

  /** What the finding is in baselines: kind and subject. */
  public String fingerprint() {
    return kind.id() + " " + subject;
  }
}

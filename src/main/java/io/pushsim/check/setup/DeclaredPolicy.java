package io.pushsim.check.setup;

import io.pushsim.document.Place;
import io.pushsim.policy.PolicyDocument;
import java.util.List;

/**
 * A whole resource policy as Lambda keeps it.
 *
 * @param target the exact ARN whose policy it is
 * @param places where each statement is said, in the document's order
 */
public record DeclaredPolicy(
    Text target, PolicyDocument document, List<Place> places, Origin origin) {
  public DeclaredPolicy {
    places = List.copyOf(places);
    if (places.size() != document.statements().size()) {
      throw new IllegalArgumentException("each statement has one place");
    }
  }
}

package io.pushsim.policy.differential;

import io.pushsim.policy.Condition;
import io.pushsim.policy.ResourceElement;
import io.pushsim.policy.StatementElement;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Ways to say which elements of statements are meant. */
final class Elements {
  private Elements() {}

  /** Resource elements of which one text is such. */
  static Peculiarity resource(String name, BiPredicate<String, AccessCase> such) {
    return new Peculiarity(
        name,
        (element, given) ->
            element instanceof ResourceElement resource
                && resource.values().texts().stream().anyMatch(text -> such.test(text, given)));
  }

  /** Elements of any kind of which one text has a policy variable and is such. */
  static Peculiarity variable(String name, BiPredicate<String, AccessCase> such) {
    return new Peculiarity(
        name,
        (element, given) ->
            texts(element).anyMatch(text -> text.contains("${") && such.test(text, given)));
  }

  private static Stream<String> texts(StatementElement element) {
    if (element instanceof ResourceElement resource) {
      return resource.values().texts().stream();
    }
    return element instanceof Condition condition
        ? condition.values().texts().stream()
        : Stream.of();
  }

  static Peculiarity condition(String name, BiPredicate<Asked, AccessCase> such) {
    return new Peculiarity(
        name,
        (element, given) ->
            element instanceof Condition condition && such.test(Asked.of(condition, given), given));
  }
}

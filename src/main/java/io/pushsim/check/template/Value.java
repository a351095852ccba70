package io.pushsim.check.template;

import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an expression of a template comes to, as far as it is known. */
sealed interface Value {

  /** Where the expression stands. */
  Place place();

  /** A text, a number or a boolean. */
  record Scalar(Text text, Place place) implements Value {}

  /** A list. */
  record Items(List<Value> values, Place place) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A mapping. */
  record Fields(Map<String, Field> fields, Place place) implements Value {
    Optional<Value> get(String key) {
      return Optional.ofNullable(fields.get(key)).map(Field::value);
    }
  }

  /** A value with the place of its key. */
  record Field(Place keyPlace, Value value) {}

  /** {@code AWS::NoValue}: what has it is not there. */
  record Absent(Place place) implements Value {}

  /** Something of which not even the form is known. */
  record Unknown(Symbol symbol, Place place) implements Value {}

  /**
   * One of two, by a condition of which it is not known whether it holds.
   *
   * @param reason what would make it known
   */
  record Choice(String condition, Symbol reason, Value holds, Value fails, Place place)
      implements Value {

    /** Whether more than a text depends on it. */
    boolean isOfForm() {
      return !isTextual(holds) || !isTextual(fails);
    }
  }

  private static boolean isTextual(Value value) {
    return value instanceof Scalar
        || value instanceof Unknown
        || (value instanceof Choice choice && !choice.isOfForm());
  }

  /** The first choice within the value on which more than a text depends. */
  default Optional<Choice> choiceOfForm() {
    if (this instanceof Choice choice && choice.isOfForm()) {
      return Optional.of(choice);
    }
    if (this instanceof Items items) {
      return items.values().stream().flatMap(item -> item.choiceOfForm().stream()).findFirst();
    }
    if (this instanceof Fields fields) {
      return fields.fields().values().stream()
          .flatMap(field -> field.value().choiceOfForm().stream())
          .findFirst();
    }
    return Optional.empty();
  }

  /** The value where the condition is taken to hold, or not to. */
  default Value assuming(String condition, boolean holds) {
    if (this instanceof Choice choice) {
      Value yes = choice.holds().assuming(condition, holds);
      Value no = choice.fails().assuming(condition, holds);
      if (choice.condition().equals(condition)) {
        return holds ? yes : no;
      }
      return new Choice(choice.condition(), choice.reason(), yes, no, choice.place());
    }
    if (this instanceof Items items) {
      return new Items(
          items.values().stream().map(item -> item.assuming(condition, holds)).toList(), place());
    }
    if (this instanceof Fields fields) {
      Map<String, Field> assumed = new LinkedHashMap<>();
      fields
          .fields()
          .forEach(
              (key, field) ->
                  assumed.put(
                      key, new Field(field.keyPlace(), field.value().assuming(condition, holds))));
      return new Fields(assumed, place());
    }
    return this;
  }
}

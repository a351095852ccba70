package io.pushsim.bucket;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The events that one configuration wants: their names as written, and the types they stand for.
 */
public final class EventSelection {
  private final List<String> names;
  private final Set<EventType> types;

  /**
   * A selection by these names.
   *
   * @throws IllegalArgumentException for a name that S3 does not support
   */
  public EventSelection(List<String> names) {
    this.names = List.copyOf(names);
    this.types = EnumSet.noneOf(EventType.class);
    for (String name : this.names) {
      Set<EventType> selected = EventType.selectedBy(name);
      if (selected.isEmpty()) {
        throw new IllegalArgumentException(
            "'" + name + "' is no event of S3: use one of " + EventType.configurationNames());
      }
      types.addAll(selected);
    }
  }

  /** The names, as written and in that order. */
  public List<String> names() {
    return names;
  }

  public boolean selects(EventType type) {
    return types.contains(type);
  }

  /** The first two names, one of each, that share an event type. */
  Optional<SharedEvent> sharedWith(EventSelection other) {
    return names.stream()
        .flatMap(
            name ->
                other.names.stream()
                    .filter(otherName -> shareAType(name, otherName))
                    .map(otherName -> new SharedEvent(name, otherName)))
        .findFirst();
  }

  /** The first two names of this list that share an event type. */
  Optional<SharedEvent> sharedWithin() {
    for (int first = 0; first < names.size(); first++) {
      for (int second = first + 1; second < names.size(); second++) {
        if (shareAType(names.get(first), names.get(second))) {
          return Optional.of(new SharedEvent(names.get(first), names.get(second)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean shareAType(String name, String other) {
    Set<EventType> types = EventType.selectedBy(other);
    return EventType.selectedBy(name).stream().anyMatch(types::contains);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventSelection selection && names.equals(selection.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return names.toString();
  }

  /** Two names that stand for a common event type. */
  record SharedEvent(String first, String second) {}
}

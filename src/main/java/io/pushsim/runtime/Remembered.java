package io.pushsim.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values by their names, of which those are forgotten that were asked for longest ago. Safe for
 * many threads.
 *
 * @param <V> of the values
 */
public final class Remembered<V> {
  private final Map<String, V> values;

  /**
   * Remembers so many.
   *
   * @param most at least 1
   */
  public Remembered(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
          }
        };
  }

  /** Remembers a value, in the place of another of this name. */
  public synchronized void put(String name, V value) {
    values.put(name, value);
  }

  /** The value of this name, unless it is forgotten or never was. */
  public synchronized Optional<V> find(String name) {
    return Optional.ofNullable(values.get(name));
  }
}

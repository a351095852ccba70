package io.pushsim.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping: YAML's word for what JSON calls an object. Each of its keys is there once. */
public final class MappingNode extends Located implements Node {

  /**
   * A key with its value.
   *
   * @param keyPlace where the key stands
   */
  public record Entry(String key, Place keyPlace, Node value) {}

  private final Entries entries;

  MappingNode(Place place, Optional<String> tag, Entries entries) {
    super(place, tag);
    this.entries = entries;
  }

  /** In the order of the file. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(entries.list);
  }

  /** The entry of the key. */
  public Optional<Entry> entry(String key) {
    return entries.find(key);
  }

  /** The value of the key; it may be a scalar that is null. */
  public Optional<Node> get(String key) {
    return entry(key).map(Entry::value);
  }

  /** Whether the key is there, whatever its value. */
  public boolean has(String key) {
    return entry(key).isPresent();
  }

  /** The entries of a mapping while it is read; most are few, and for them a search does. */
  static final class Entries {
    private static final int SEARCHED = 8;

    private final List<Entry> list = new ArrayList<>(4);
    private Map<String, Entry> index = Map.of();

    Optional<Entry> find(String key) {
      if (!index.isEmpty()) {
        return Optional.ofNullable(index.get(key));
      }
      for (Entry entry : list) {
        if (entry.key().equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }

    void add(Entry entry) {
      list.add(entry);
      if (list.size() == SEARCHED) {
        index = new HashMap<>();
        list.forEach(earlier -> index.put(earlier.key(), earlier));
      } else if (list.size() > SEARCHED) {
        index.put(entry.key(), entry);
      }
    }
  }
}

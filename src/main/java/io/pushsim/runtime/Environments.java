package io.pushsim.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The environments of a runtime, as long as somebody has them: those that rest can be emptied where
 * memory runs short. Safe for use by several threads.
 */
final class Environments {
  private final Set<NodeEnvironment> known =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  void add(NodeEnvironment environment) {
    known.add(environment);
  }

  /**
   * Empties those that rest and may hold much: that have had an invocation which allocated so many
   * bytes.
   *
   * @return whether there were any
   */
  boolean empty(long much) {
    List<NodeEnvironment> all;
    synchronized (known) {
      all = new ArrayList<>(known);
    }
    boolean any = false;
    for (NodeEnvironment environment : all) {
      any |= environment.empty(much);
    }
    return any;
  }
}

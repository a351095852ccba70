package io.pushsim.check.template;

import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds resources that depend on each other in a circle, which CloudFormation refuses to make. */
final class Dependencies {
  /** What SAM writes into other resources than the function, which depend on the function. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "DeploymentPreference",
          "EventInvokeConfig",
          "FunctionUrlConfig",
          "ProvisionedConcurrencyConfig");

  private final World world;
  private final Map<String, Set<String>> edges = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  Dependencies(World world) {
    this.world = world;
  }

  /** Tells of each circle in which something is that bears on who may invoke what. */
  void requireNoCycle() {
    for (Resource resource : world.template().resources().values()) {
      if (isMade(resource)) {
        edges.put(resource.id(), of(resource));
      }
    }
    addEvents();
    Set<String> done = new HashSet<>();
    world.template().resources().keySet().forEach(id -> walk(id, done));
  }

  private boolean isMade(Resource resource) {
    return world.under(Guard.NONE).conditions().presence(resource).isPresent();
  }

  private Set<String> of(Resource resource) {
    Set<String> on = new LinkedHashSet<>();
    resource.properties().ifPresent(node -> on.addAll(ReferredTo.by(node, world)));
    resource.node().get("DependsOn").ifPresent(node -> on.addAll(names(node)));
    on.retainAll(world.template().resources().keySet());
    return on;
  }

  private static Set<String> names(Node dependsOn) {
    Set<String> names = new LinkedHashSet<>();
    List<Node> items = dependsOn instanceof SequenceNode list ? list.items() : List.of(dependsOn);
    for (Node item : items) {
      if (item instanceof ScalarNode scalar) {
        names.add(scalar.text());
      }
    }
    return names;
  }

  /** SAM writes the functions into the buckets that they have events of, and not otherwise. */
  private void addEvents() {
    for (Resource function : world.template().resources().values()) {
      Set<String> on = edges.get(function.id());
      if (on == null || !function.isServerlessFunction()) {
        continue;
      }
      Map<String, Node> rest = new LinkedHashMap<>();
      function
          .properties()
          .map(MappingNode::entries)
          .orElse(List.of())
          .forEach(entry -> rest.put(entry.key(), entry.value()));
      Optional<Node> events = Optional.ofNullable(rest.remove("Events"));
      rest.keySet().removeAll(ELSEWHERE);
      on.clear();
      rest.values().forEach(node -> on.addAll(ReferredTo.by(node, world)));
      function.node().get("DependsOn").ifPresent(node -> on.addAll(names(node)));
      on.retainAll(world.template().resources().keySet());
      for (String bucket : events.map(node -> ReferredTo.by(node, world)).orElse(Set.of())) {
        if (world.template().resource(bucket).type().equals(Resource.BUCKET)
            && edges.containsKey(bucket)) {
          edges.get(bucket).add(function.id());
        }
      }
    }
  }

  private void walk(String root, Set<String> done) {
    Deque<Iterator<String>> open = new ArrayDeque<>();
    List<String> path = new ArrayList<>();
    Map<String, Integer> onPath = new HashMap<>();
    Iterator<String> next = List.of(root).iterator();
    while (true) {
      if (next.hasNext()) {
        String id = next.next();
        Integer start = onPath.get(id);
        if (start != null) {
          tell(path.subList(start, path.size()));
        } else if (edges.containsKey(id) && done.add(id)) {
          onPath.put(id, path.size());
          path.add(id);
          open.push(next);
          next = edges.get(id).iterator();
        }
      } else if (open.isEmpty()) {
        return;
      } else {
        onPath.remove(path.remove(path.size() - 1));
        next = open.pop();
      }
    }
  }

  private void tell(List<String> circle) {
    boolean ours = circle.stream().anyMatch(id -> world.template().resource(id).isOurs());
    boolean known =
        circle.stream().anyMatch(id -> told.contains(id) || world.cyclic().contains(id));
    if (!ours || known) {
      return;
    }
    told.addAll(circle);
    world
        .problems()
        .at(
            world.template().resource(circle.get(0)).place(),
            "resources depend on each other in a circle, which CloudFormation refuses: "
                + String.join(" → ", circle)
                + " → "
                + circle.get(0)
                + "; let one of them name another by a text, such as a bucket's name in SourceArn");
  }
}

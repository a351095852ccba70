package io.pushsim.check.terraform;

import io.pushsim.check.input.Nodes;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All instances of resources and data sources that there are once the plan is applied. */
final class Instances {
  private final Map<String, Instance> byAddress = new LinkedHashMap<>();
  private final Map<String, ModuleInstance> modules = new HashMap<>();
  private final Map<String, MappingNode> changes = new HashMap<>();

  private Instances() {}

  /** Those of a plan, or of a state. */
  static Instances of(MappingNode document) {
    Instances instances = new Instances();
    instances.index(document);
    Optional<MappingNode> configuration =
        Nodes.mapping(document, "configuration")
            .flatMap(configured -> Nodes.mapping(configured, "root_module"));
    ModuleInstance root = ModuleInstance.of("", configuration, Optional.empty(), Optional.empty());
    instances.modules.put("", root);
    Nodes.mapping(document, document.has("values") ? "values" : "planned_values")
        .flatMap(values -> Nodes.mapping(values, "root_module"))
        .ifPresent(module -> instances.gather(module, root, false));
    Nodes.mapping(document, "prior_state")
        .flatMap(state -> Nodes.mapping(state, "values"))
        .flatMap(values -> Nodes.mapping(values, "root_module"))
        .ifPresent(module -> instances.gather(module, root, true));
    instances.keepForgotten();
    return instances;
  }

  private void index(MappingNode document) {
    for (Node item : Nodes.items(document, "resource_changes")) {
      Nodes.mapping(item)
          .filter(change -> !change.has("deposed"))
          .ifPresent(
              change ->
                  Nodes.text(change, "address")
                      .ifPresent(address -> changes.putIfAbsent(address, change)));
    }
  }

  // A plan's state before it tells the data sources that were read; its resources may be gone.
  private void gather(MappingNode values, ModuleInstance module, boolean dataOnly) {
    for (Node item : Nodes.items(values, "resources")) {
      Nodes.mapping(item)
          .filter(node -> !dataOnly || isData(node))
          .ifPresent(node -> add(node, module));
    }
    for (Node item : Nodes.items(values, "child_modules")) {
      Optional<MappingNode> child = Nodes.mapping(item);
      Optional<String> address = child.flatMap(node -> Nodes.text(node, "address"));
      if (address.isPresent()) {
        gather(child.get(), childOf(module, address.get()), dataOnly);
      }
    }
  }

  private ModuleInstance childOf(ModuleInstance module, String address) {
    return modules.computeIfAbsent(address, unseen -> module.child(address, lastCall(address)));
  }

  // Of module.a["x"].module.b[0] the name b. A key may have brackets, quotes and dots of its own.
  private static String lastCall(String address) {
    String name = "";
    int i = 0;
    while (i < address.length()) {
      if (address.startsWith("module.", i)) {
        int start = i + "module.".length();
        i = Addresses.endOfName(address, start);
        name = address.substring(start, i);
      }
      i =
          i < address.length() && address.charAt(i) == '['
              ? Addresses.endOfIndex(address, i)
              : i + 1;
    }
    return name;
  }

  private void add(MappingNode node, ModuleInstance module) {
    Optional<String> address = Nodes.text(node, "address");
    Optional<String> type = Nodes.text(node, "type");
    Optional<String> name = Nodes.text(node, "name");
    if (address.isEmpty() || type.isEmpty() || name.isEmpty()) {
      return;
    }
    Optional<MappingNode> change =
        Optional.ofNullable(changes.get(address.get()))
            .flatMap(found -> Nodes.mapping(found, "change"));
    String configured = (isData(node) ? "data." : "") + type.get() + "." + name.get();
    byAddress.putIfAbsent(
        address.get(),
        new Instance(
            address.get(),
            module.address(),
            isData(node) ? "data." + type.get() : type.get(),
            node,
            Nodes.mapping(node, "values"),
            change.flatMap(found -> Nodes.mapping(found, "after_unknown")),
            change.filter(found -> isCreated(found)).isPresent(),
            Optional.ofNullable(module.resources().get(configured))));
  }

  private static boolean isData(MappingNode node) {
    return Nodes.text(node, "mode").filter("data"::equals).isPresent();
  }

  private static boolean isCreated(MappingNode change) {
    return hasAction(change, "create");
  }

  private static boolean hasAction(MappingNode change, String action) {
    return Nodes.items(change, "actions").stream()
        .anyMatch(node -> Nodes.scalar(node).filter(is -> is.text().equals(action)).isPresent());
  }

  // What Terraform forgets stays as it is in AWS.
  private void keepForgotten() {
    changes.forEach(
        (address, resource) ->
            Nodes.mapping(resource, "change")
                .filter(change -> hasAction(change, "forget"))
                .ifPresent(change -> addForgotten(address, resource, change)));
  }

  private void addForgotten(String address, MappingNode resource, MappingNode change) {
    byAddress.putIfAbsent(
        address,
        new Instance(
            address,
            Nodes.text(resource, "module_address").orElse(""),
            Nodes.text(resource, "type").orElse(""),
            resource,
            Nodes.mapping(change, "before"),
            Optional.empty(),
            false,
            Optional.empty()));
  }

  /** In the order of the plan. */
  Collection<Instance> all() {
    return byAddress.values();
  }

  Optional<Instance> find(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  /** The instance of a module of that address. */
  Optional<ModuleInstance> module(String address) {
    return Optional.ofNullable(modules.get(address));
  }

  /** The instance of a module that another calls, which need not have resources. */
  ModuleInstance called(ModuleInstance module, String name, String index) {
    String address = module.addressOf("module." + name + index);
    return modules.computeIfAbsent(address, unseen -> module.child(address, name));
  }
}

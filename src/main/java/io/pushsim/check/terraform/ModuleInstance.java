package io.pushsim.check.terraform;

import io.pushsim.check.input.Nodes;
import io.pushsim.document.MappingNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An instance of a module: what it is called, how it is configured, and who calls it.
 *
 * @param address such as {@code module.x["a"]}; empty for the root module
 * @param configuration the module's configuration; absent in a state
 * @param call the call of it in its parent's configuration; absent for the root module
 * @param resources configured resources by {@code type.name}, data sources with {@code data.}
 */
record ModuleInstance(
    String address,
    Optional<MappingNode> configuration,
    Optional<MappingNode> call,
    Optional<ModuleInstance> parent,
    Map<String, MappingNode> resources) {

  static ModuleInstance of(
      String address,
      Optional<MappingNode> configuration,
      Optional<MappingNode> call,
      Optional<ModuleInstance> parent) {
    Map<String, MappingNode> resources = new HashMap<>();
    configuration
        .map(module -> Nodes.items(module, "resources"))
        .ifPresent(
            items ->
                items.forEach(
                    item ->
                        Nodes.mapping(item)
                            .ifPresent(
                                resource ->
                                    Nodes.text(resource, "address")
                                        .ifPresent(name -> resources.put(name, resource)))));
    return new ModuleInstance(address, configuration, call, parent, resources);
  }

  /** The instance of the module that this one calls by that name. */
  ModuleInstance child(String childAddress, String name) {
    Optional<MappingNode> itsCall =
        configuration
            .flatMap(module -> Nodes.mapping(module, "module_calls"))
            .flatMap(calls -> Nodes.mapping(calls, name));
    return of(
        childAddress,
        itsCall.flatMap(found -> Nodes.mapping(found, "module")),
        itsCall,
        Optional.of(this));
  }

  /** The address of something within the module. */
  String addressOf(String name) {
    return address.isEmpty() ? name : address + "." + name;
  }
}

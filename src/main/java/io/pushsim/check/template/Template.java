package io.pushsim.check.template;

import io.pushsim.check.setup.Dialect;
import io.pushsim.document.MappingNode;
import io.pushsim.document.MappingNode.Entry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A template's sections, by name.
 *
 * @param open whether there are resources that it does not name, so that what is not found may be
 *     one of them
 * @param globals what all SAM functions have
 */
record Template(
    String file,
    Dialect dialect,
    Map<String, MappingNode> parameters,
    Map<String, Entry> mappings,
    Map<String, Entry> conditions,
    Map<String, Resource> resources,
    boolean open,
    Optional<MappingNode> globals) {
  Template {
    parameters = kept(parameters);
    mappings = kept(mappings);
    conditions = kept(conditions);
    resources = kept(resources);
  }

  private static <T> Map<String, T> kept(Map<String, T> section) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(section));
  }

  /** The resource of a logical id that the template has. */
  Resource resource(String id) {
    return Objects.requireNonNull(resources.get(id), id);
  }

  boolean isSam() {
    return dialect == Dialect.SAM;
  }
}

package io.pushsim.document;

import java.util.Optional;

/** What a YAML or JSON file says at one place. */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode {

  /** Where it begins: with its tag or anchor, where it has one; an alias is where its anchor is. */
  Place place();

  /** A tag of the file's own such as {@code !Ref}; absent where there is none or it is YAML's. */
  Optional<String> tag();
}

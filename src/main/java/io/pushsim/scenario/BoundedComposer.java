package io.pushsim.scenario;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.Parser;

/** A YAML composer that refuses what nests so deeply that reading it would exhaust the stack. */
final class BoundedComposer extends Composer {
  private static final int MAX_DEPTH = 64;

  private int depth;

  BoundedComposer(LoadSettings settings, Parser parser) {
    super(settings, parser);
  }

  @Override
  protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
    enter();
    SequenceNode node = super.composeSequenceNode(anchor);
    depth--;
    return node;
  }

  @Override
  protected Node composeMappingNode(Optional<Anchor> anchor) {
    enter();
    Node node = super.composeMappingNode(anchor);
    depth--;
    return node;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw new ComposerException(
          "lists and mappings nest more than " + MAX_DEPTH + " deep",
          parser.peekEvent().getStartMark());
    }
  }
}

package io.pushsim.document;

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
  private final int maxDepth;
  private int depth;

  BoundedComposer(LoadSettings settings, Parser parser, int maxDepth) {
    super(settings, parser);
    this.maxDepth = maxDepth;
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
    if (++depth > maxDepth) {
      throw new ComposerException(
          "lists and mappings nest more than " + maxDepth + " deep",
          parser.peekEvent().getStartMark());
    }
  }
}

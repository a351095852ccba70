package io.pushsim.document;

import io.pushsim.document.Documents.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2, document by document. */
final class YamlReader {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new PlainCore())
          .setAllowNonScalarKeys(true)
          .setMaxAliasesForCollections(1_000)
          .setCodePointLimit(Integer.MAX_VALUE)
          .build();

  private final String file;
  private final Limits limits;
  private final ParserImpl parser;
  private final BoundedComposer composer;
  private final List<Problem> problems = new ArrayList<>();

  private YamlReader(String file, String text, Limits limits) {
    this.file = file;
    this.limits = limits;
    this.parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    this.composer = new BoundedComposer(SETTINGS, parser, limits.depth());
  }

  /**
   * @param one whether a second document is a problem
   * @return at least one
   * @throws DocumentException where the text is not well-formed
   */
  static List<Node> read(String file, String text, Limits limits, boolean one) {
    YamlReader reader = new YamlReader(file, text, limits);
    List<Node> documents = reader.documents(one);
    if (!reader.problems.isEmpty()) {
      throw new DocumentException(reader.problems);
    }
    return documents;
  }

  private List<Node> documents(boolean one) {
    YamlTree tree = new YamlTree(file, limits, problems);
    List<Node> documents = new ArrayList<>();
    try {
      while (composer.hasNext()) {
        if (one && !documents.isEmpty()) {
          Place second = place(file, parser.peekEvent().getStartMark());
          problems.add(Problem.at(second, limits.words().second()));
          return documents;
        }
        documents.add(tree.of(composer.next()));
      }
    } catch (MarkedYamlEngineException malformed) {
      problems.add(malformed(malformed));
      return documents;
    } catch (YamlEngineException malformed) {
      problems.add(Problem.ofFile(file, "not well-formed YAML: " + malformed.getMessage()));
      return documents;
    }
    if (documents.isEmpty()) {
      problems.add(Problem.ofFile(file, limits.words().empty()));
    }
    return documents;
  }

  private Problem malformed(MarkedYamlEngineException malformed) {
    String context = Objects.requireNonNullElse(malformed.getContext(), "");
    String where =
        context.isEmpty()
            ? ""
            : context
                + malformed
                    .getContextMark()
                    .map(mark -> " that began in line " + (mark.getLine() + 1))
                    .orElse("")
                + ", ";
    return Problem.at(
        place(file, malformed.getProblemMark()),
        "not well-formed YAML: " + where + malformed.getProblem());
  }

  static Place place(String file, Optional<Mark> mark) {
    return mark.map(known -> new Place(file, known.getLine() + 1, known.getColumn() + 1))
        .orElse(new Place(file, 1, 1));
  }

  /**
   * YAML 1.2's core schema as it is specified, in which {@code <<} and <code>${NAME}</code> are
   * texts like any other.
   */
  private static final class PlainCore extends CoreSchema {
    @Override
    public ScalarResolver getScalarResolver() {
      ScalarResolver core = new CoreScalarResolver(false);
      return (value, implicit) -> {
        Tag tag = core.resolve(value, implicit);
        return tag.equals(Tag.ENV_TAG) ? Tag.STR : tag;
      };
    }
  }
}

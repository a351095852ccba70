package io.pushsim.check;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.FindingKind;
import io.pushsim.document.DocumentException;
import io.pushsim.document.Documents;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The findings that somebody has looked at and lives with, so that only new ones are told. A
 * finding is known again by its set-up, kind and subject, wherever it has moved to in its file.
 */
public final class Baseline {
  private static final int VERSION = 1;
  private static final String VERSION_KEY = "baselineVersion";
  private static final Documents.Limits LIMITS =
      new Documents.Limits(
          64 << 20,
          16,
          0,
          false,
          new Documents.Words(
              "a baseline",
              "a baseline is what --update-baseline writes",
              "write it anew with --update-baseline"));

  /** No finding is known. */
  public static final Baseline EMPTY = new Baseline(Set.of());

  private final Set<Entry> entries;

  private record Entry(String setUp, String id, String subject) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return setUp + "\n" + id + "\n" + subject;
    }
  }

  private Baseline(Collection<Entry> entries) {
    this.entries = Set.copyOf(entries);
  }

  /**
   * Reads a baseline file.
   *
   * @throws DocumentException where it is missing or no baseline
   */
  public static Baseline read(Path file) {
    String name = file.toString().replace('\\', '/');
    if (Files.notExists(file)) {
      throw new DocumentException(
          List.of(Problem.ofFile(name, "there is no such baseline: --update-baseline writes it")));
    }
    Node root = Documents.parse(name, Documents.text(name, file, LIMITS), LIMITS);
    if (!(root instanceof MappingNode mapping)
        || !text(mapping.get(VERSION_KEY)).equals(Optional.of(String.valueOf(VERSION)))
        || !(mapping.get("findings").orElse(null) instanceof SequenceNode findings)) {
      throw refused(
          root,
          "this is no baseline of version %d: --update-baseline writes one".formatted(VERSION));
    }
    Set<Entry> entries = new LinkedHashSet<>();
    findings.items().forEach(item -> entries.add(entry(item)));
    return new Baseline(entries);
  }

  private static Entry entry(Node item) {
    if (item instanceof MappingNode finding) {
      Optional<String> id = text(finding.get("id"));
      Optional<String> subject = text(finding.get("subject"));
      if (id.isPresent() && subject.isPresent()) {
        if (FindingKind.parse(id.get()).isEmpty()) {
          throw refused(
              item,
              "there is no finding '%s': take the entry out, or write the file anew with --update-baseline"
                  .formatted(id.get()));
        }
        return new Entry(text(finding.get("setUp")).orElse(""), id.get(), subject.get());
      }
    }
    throw refused(
        item, "an entry of a baseline has id, subject and setUp: --update-baseline writes such");
  }

  private static Optional<String> text(Optional<Node> node) {
    return node.filter(ScalarNode.class::isInstance).map(scalar -> ((ScalarNode) scalar).text());
  }

  private static DocumentException refused(Node at, String message) {
    return new DocumentException(List.of(Problem.at(at.place(), message)));
  }

  /** Whether the finding of that set-up is known. */
  boolean knows(String setUp, Finding finding) {
    return entries.contains(entryOf(setUp, finding));
  }

  /** How many entries none of the findings is. */
  int stale(List<CheckedSetUp> checked) {
    Set<Entry> found = new LinkedHashSet<>();
    checked.forEach(
        setUp ->
            setUp.allFindings().forEach(finding -> found.add(entryOf(setUp.title(), finding))));
    return (int) entries.stream().filter(entry -> !found.contains(entry)).count();
  }

  private static Entry entryOf(String setUp, Finding finding) {
    return new Entry(setUp, finding.kind().id(), finding.subject());
  }

  /**
   * Writes a baseline that knows all the findings.
   *
   * @throws DocumentException where it cannot be written
   */
  public static void write(Path file, List<CheckedSetUp> checked) {
    try {
      Files.writeString(file, text(checked));
    } catch (IOException e) {
      throw new DocumentException(
          List.of(
              Problem.ofFile(
                  file.toString().replace('\\', '/'),
                  "the baseline cannot be written (%s): name a file in a folder that is there"
                      .formatted(e))));
    }
  }

  /** The text of a baseline that knows all the findings, ending in a line end. */
  public static String text(List<CheckedSetUp> checked) {
    Set<Entry> entries = new TreeSet<>();
    checked.forEach(
        setUp ->
            setUp.allFindings().forEach(finding -> entries.add(entryOf(setUp.title(), finding))));
    ObjectNode root = JsonNodeFactory.instance.objectNode().put(VERSION_KEY, VERSION);
    root.putArray("findings");
    for (Entry entry : entries) {
      root.withArray("/findings")
          .addObject()
          .put("setUp", entry.setUp())
          .put("id", entry.id())
          .put("subject", entry.subject());
    }
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
            .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

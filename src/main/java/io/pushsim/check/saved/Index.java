package io.pushsim.check.saved;

import io.pushsim.arn.Scope;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Nodes;
import io.pushsim.document.MappingNode;
import io.pushsim.document.NearestWord;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import io.pushsim.document.ScalarNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What index files say: whose the answers are that do not name their bucket or function. */
final class Index {
  private static final List<String> KEYS = List.of("account", "region", "buckets", "files");
  private static final List<String> BUCKET_KEYS = List.of("owner", "region");
  private static final List<String> FILE_KEYS = List.of("Bucket", "FunctionName", "Qualifier");

  private final Gathering gathering;
  private final Map<Path, Owner> files = new HashMap<>();
  private final Map<String, IndexedBucket> buckets = new LinkedHashMap<>();

  /**
   * Whose the answers in a file are: a bucket's, or a function's.
   *
   * @param qualifier of the function
   */
  record Owner(
      Optional<String> bucket,
      Optional<String> functionName,
      Optional<String> qualifier,
      Place place) {}

  /** What an index says of a bucket. */
  record IndexedBucket(Optional<String> owner, Optional<String> region, Path file, Node node) {}

  Index(Gathering gathering) {
    this.gathering = gathering;
  }

  /** Whether the document is an index, be it faulty. */
  static boolean isIndex(MappingNode root) {
    return Nodes.mapping(root, "files").filter(files -> hasSome(files, FILE_KEYS)).isPresent()
        || (Nodes.mapping(root, "buckets").filter(all -> hasSome(all, BUCKET_KEYS)).isPresent()
            && root.entries().stream().allMatch(entry -> KEYS.contains(entry.key())));
  }

  private static boolean hasSome(MappingNode all, List<String> keys) {
    return all.entries().stream()
        .flatMap(entry -> Nodes.mapping(entry.value()).stream())
        .anyMatch(each -> keys.stream().anyMatch(each::has));
  }

  /** Whose the answers in the file are, where an index says so. */
  Optional<Owner> ownerOf(Path file) {
    return Optional.ofNullable(files.get(file));
  }

  /** The buckets that are named, in order. */
  Map<String, IndexedBucket> buckets() {
    return buckets;
  }

  void read(Saved index, Surroundings surroundings) {
    MappingNode root = index.root();
    checkKeys(root, KEYS, "an index");
    text(root, "account", Scope::isAccount, "no account id: write its 12 digits, in quotes")
        .ifPresent(account -> surroundings.account(index, account));
    text(root, "region", Scope::isRegion, "no AWS region: write one like us-west-2")
        .ifPresent(region -> surroundings.region(index, region));
    entries(root, "buckets").forEach((name, node) -> readBucket(index, name, node));
    entries(root, "files").forEach((name, node) -> readFile(index, name, node));
  }

  private Map<MappingNode.Entry, MappingNode> entries(MappingNode root, String key) {
    Map<MappingNode.Entry, MappingNode> entries = new LinkedHashMap<>();
    Optional<Node> value = root.get(key);
    if (value.isPresent() && Nodes.mapping(value.get()).isEmpty()) {
      problem(value.get(), "%s is no mapping: write one, with a name as each key".formatted(key));
    }
    for (MappingNode.Entry entry :
        value.flatMap(Nodes::mapping).map(MappingNode::entries).orElse(List.of())) {
      Optional<MappingNode> mapping = Nodes.mapping(entry.value());
      if (mapping.isPresent()) {
        entries.put(entry, mapping.get());
      } else {
        problem(
            entry.value(),
            "%s is no mapping: write one with %s"
                .formatted(
                    entry.key(),
                    String.join(" or ", key.equals("files") ? FILE_KEYS : BUCKET_KEYS)));
      }
    }
    return entries;
  }

  private void readBucket(Saved index, MappingNode.Entry name, MappingNode node) {
    checkKeys(node, BUCKET_KEYS, "a bucket of an index");
    IndexedBucket bucket =
        new IndexedBucket(
            text(node, "owner", Scope::isAccount, "no account id: write its 12 digits, in quotes"),
            text(node, "region", Scope::isRegion, "no AWS region: write one like us-west-2"),
            index.path(),
            node);
    IndexedBucket other = buckets.putIfAbsent(name.key(), bucket);
    if (other != null
        && !(other.owner().equals(bucket.owner()) && other.region().equals(bucket.region()))) {
      problem(
          node,
          "bucket %s is otherwise in %s: say it once".formatted(name.key(), other.node().place()));
    }
  }

  private void readFile(Saved index, MappingNode.Entry name, MappingNode node) {
    checkKeys(node, FILE_KEYS, "a file of an index");
    Predicate<String> any = text -> !text.isBlank();
    Owner owner =
        new Owner(
            text(node, "Bucket", any, "no bucket's name"),
            text(node, "FunctionName", any, "no function's name or ARN"),
            text(node, "Qualifier", any, "no alias or version"),
            node.place());
    if (owner.bucket().isPresent() == owner.functionName().isPresent()) {
      problem(
          node,
          "%s has %s: write the one whose answer the file holds"
              .formatted(
                  name.key(),
                  owner.bucket().isPresent()
                      ? "both Bucket and FunctionName"
                      : "neither Bucket nor FunctionName"));
      return;
    }
    if (owner.bucket().isPresent() && owner.qualifier().isPresent()) {
      problem(node, "%s has a Qualifier, which no bucket has: leave it out".formatted(name.key()));
    }
    try {
      Path path = index.path().resolveSibling(name.key()).normalize();
      if (!Files.exists(path)) {
        problem(
            node,
            "there is no file '%s': write its path, from the index file's folder"
                .formatted(name.key()));
      }
      Owner other = files.putIfAbsent(path, owner);
      if (other != null) {
        problem(node, "%s is in %s already: say it once".formatted(name.key(), other.place()));
      }
    } catch (InvalidPathException impossible) {
      problem(node, "'%s' is no path of a file: write one".formatted(name.key()));
    }
  }

  private void checkKeys(MappingNode node, List<String> keys, String what) {
    for (MappingNode.Entry entry : node.entries()) {
      if (!keys.contains(entry.key())) {
        gathering.problem(
            Problem.at(
                entry.keyPlace(),
                "'%s' is no key of %s: %s"
                    .formatted(Problem.shortened(entry.key()), what, meant(entry.key(), keys))));
      }
    }
  }

  private static String meant(String key, List<String> keys) {
    return NearestWord.to(key, keys)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("it may have " + String.join(", ", keys));
  }

  private Optional<String> text(
      MappingNode node, String key, Predicate<String> valid, String otherwise) {
    Optional<Node> value = node.get(key);
    Optional<String> text = value.flatMap(Nodes::scalar).map(ScalarNode::text).filter(valid);
    if (value.isPresent() && text.isEmpty()) {
      problem(
          value.get(),
          "%s is '%s', which is %s"
              .formatted(
                  key,
                  Nodes.scalar(value.get()).map(ScalarNode::text).orElse("no text"),
                  otherwise));
    }
    return text;
  }

  private void problem(Node at, String message) {
    gathering.problem(Problem.at(at.place(), message));
  }
}

package io.pushsim.check.saved;

import io.pushsim.arn.FunctionArn;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds whose the answers are that do not say it, and asks where nothing tells. */
final class Owners {
  private final Index index;
  private final Names names;

  Owners(Index index, Names names) {
    this.index = index;
    this.names = names;
  }

  /** The buckets that the answer may be of: one where it is known. */
  Set<String> bucketsOf(Saved saved) {
    Optional<String> indexed = index.ownerOf(saved.path()).flatMap(Index.Owner::bucket);
    return indexed.map(Set::of).orElseGet(() -> names.bucketsIn(saved.file().name()));
  }

  /** Asks for the bucket that an answer is of. */
  static String askForBucket(Saved saved, String command, Set<String> candidates) {
    String example = candidates.stream().findFirst().orElse("examplebucket");
    return "%s does not say of which bucket it is, and %s: call the file %s-%s.json, beside list-buckets' answer, or add an index.yaml with \"files: {%s: {Bucket: %s}}\""
        .formatted(
            "the answer of " + command,
            candidates.isEmpty()
                ? "its file's name has none of the known buckets' names alone"
                : "its file's name has several buckets' names: " + String.join(", ", candidates),
            command,
            example,
            fileName(saved),
            example);
  }

  /** Asks for the function that a policy is of. */
  static String askForFunction(Saved saved, Set<FunctionArn> candidates) {
    String several =
        candidates.stream().map(FunctionArn::toString).collect(Collectors.joining(", "));
    return "the policy does not say of which function, version or alias it is (its statements name no one ARN), and %s: call the file get-policy-helloworld.PROD.json, beside list-aliases' answer, or add an index.yaml with \"files: {%s: {FunctionName: helloworld, Qualifier: PROD}}\""
        .formatted(
            candidates.isEmpty()
                ? "its file's name has no known function's name alone"
                : "its file's name fits several: " + several,
            fileName(saved));
  }

  private static String fileName(Saved saved) {
    Path last = saved.path().getFileName();
    return last == null ? saved.file().name() : last.toString();
  }
}

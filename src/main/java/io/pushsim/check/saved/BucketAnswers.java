package io.pushsim.check.saved;

import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Declares buckets with all that the answers and the index tell of them together. */
final class BucketAnswers {
  private final Gathering gathering;
  private final Index index;
  private final Surroundings surroundings;
  private final Map<String, Seen> buckets = new LinkedHashMap<>();
  private final Map<String, String> regions = new HashMap<>();

  private record Seen(Path file, Origin origin) {}

  BucketAnswers(Gathering gathering, Index index, Surroundings surroundings) {
    this.gathering = gathering;
    this.index = index;
    this.surroundings = surroundings;
  }

  /** Reads list-buckets. */
  void readList(Saved saved, Names names) {
    Lists.requireWhole(saved, gathering);
    for (Node item : Nodes.items(saved.root(), "Buckets")) {
      Optional<MappingNode> bucket = Nodes.mapping(item);
      Optional<String> name = bucket.flatMap(found -> Nodes.text(found, "Name"));
      if (name.isEmpty()) {
        gathering.problem(saved.problem("has a bucket without a Name: save the answer anew"));
        continue;
      }
      names.addBucket(name.get());
      see(name.get(), saved.path(), Saved.origin(item));
      bucket
          .flatMap(found -> Nodes.text(found, "BucketRegion"))
          .ifPresent(region -> regions.putIfAbsent(name.get(), region));
    }
  }

  /** Reads get-bucket-location (S3 API reference, LocationConstraint). */
  void readLocation(Saved saved, String bucket) {
    String written = Nodes.text(saved.root(), "LocationConstraint").orElse("us-east-1");
    String region = written.equals("EU") ? "eu-west-1" : written;
    String other = regions.put(bucket, region);
    if (other != null && !other.equals(region)) {
      gathering.problem(
          saved.problem(
              "the bucket %s is in %s here, and in %s by another answer: delete the wrong one"
                  .formatted(bucket, region, other)));
    }
    see(bucket, saved.path(), saved.origin());
  }

  /** Notes that there is such a bucket. */
  void see(String bucket, Path file, Origin origin) {
    buckets.putIfAbsent(bucket, new Seen(file, origin));
  }

  /** Declares all buckets that were seen, and those of the index. */
  void declare() {
    buckets.forEach(
        (name, seen) -> {
          Optional<Index.IndexedBucket> indexed = Optional.ofNullable(index.buckets().get(name));
          gathering
              .setUp()
              .add(
                  new DeclaredBucket(
                      Text.of(name),
                      indexed
                          .flatMap(Index.IndexedBucket::owner)
                          .map(Text::of)
                          .orElseGet(() -> surroundings.accountOf(seen.file())),
                      indexed
                          .flatMap(Index.IndexedBucket::region)
                          .or(() -> Optional.ofNullable(regions.get(name)))
                          .map(Text::of)
                          .or(() -> surroundings.regionOf(seen.file()))
                          .orElseGet(() -> unknownRegion(name)),
                      seen.origin()));
        });
  }

  private static Text unknownRegion(String bucket) {
    return Text.unknown(
        new Symbol(
            "region of " + bucket,
            Symbol.Kind.REGION,
            "Save aws s3api get-bucket-location --bucket %s in a file with the bucket's name."
                .formatted(bucket)));
  }
}

package io.pushsim.check.decision;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A set-up in the plain reading, found by what things are called. */
public final class Inventory {
  private final SetUp setUp;
  private final Reading reading;
  private final Map<String, NotifyingBucket> buckets;
  private final List<NotifyingBucket> allBuckets;
  private final Functions functions;
  private final Policies policies;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param account who owns buckets whose owner no input tells
   * @param region where buckets are of which no input tells it
   */
  public Inventory(SetUp setUp, Text account, Text region) {
    this.setUp = setUp;
    this.reading = Reading.plain();
    this.functions = Functions.of(setUp, reading);
    this.policies = Policies.of(setUp, reading);
    this.buckets = buckets(account, region);
    this.allBuckets = List.copyOf(buckets.values());
  }

  private Map<String, NotifyingBucket> buckets(Text account, Text region) {
    Map<String, DeclaredBucket> declared = new LinkedHashMap<>();
    setUp.buckets().forEach(bucket -> putBucket(declared, bucket));
    Set<String> configured =
        setUp.configured().stream().map(reading::of).collect(Collectors.toSet());
    Map<String, List<DeclaredRule>> rules = new LinkedHashMap<>();
    declared.keySet().forEach(name -> rules.put(name, new ArrayList<>()));
    setUp
        .rules()
        .forEach(
            rule ->
                rules
                    .computeIfAbsent(reading.of(rule.bucket()), name -> new ArrayList<>())
                    .add(rule));
    Map<String, NotifyingBucket> found = new LinkedHashMap<>();
    rules.forEach(
        (name, ofBucket) -> {
          Optional<DeclaredBucket> bucket = Optional.ofNullable(declared.get(name));
          found.put(
              name,
              new NotifyingBucket(
                  name,
                  reading.of(bucket.map(DeclaredBucket::owner).orElse(account)),
                  reading.of(bucket.map(DeclaredBucket::region).orElse(region)),
                  bucket,
                  !ofBucket.isEmpty()
                      || configured.contains(name)
                      || bucket.filter(Inventory::tellsRules).isPresent(),
                  rules(name, ofBucket)));
        });
    return found;
  }

  // A list of buckets says nothing of their rules; what makes a bucket, or is asked, does.
  private static boolean tellsRules(DeclaredBucket bucket) {
    return bucket.origin().dialect() != Dialect.CLI_OUTPUT;
  }

  // A list of buckets may tell less than a template that makes one of them, or the other way round.
  private void putBucket(Map<String, DeclaredBucket> declared, DeclaredBucket bucket) {
    declared.merge(
        reading.of(bucket.name()),
        bucket,
        (former, latter) -> {
          contradiction(former, latter);
          return new DeclaredBucket(
              former.name(),
              former.owner().isKnown() ? former.owner() : latter.owner(),
              former.region().isKnown() ? former.region() : latter.region(),
              former.origin());
        });
  }

  private void contradiction(DeclaredBucket former, DeclaredBucket latter) {
    if (former.owner().isKnown()
        && latter.owner().isKnown()
        && !former.owner().equals(latter.owner())) {
      problems.add(
          Problem.at(
              latter.origin().place(),
              "the bucket %s belongs to %s here and to %s in %s: give one of the two"
                  .formatted(
                      latter.name(), latter.owner(), former.owner(), former.origin().place())));
    }
  }

  // A bucket has one configuration: where files tell of several, only equal ones go together.
  private List<BucketRule> rules(String bucket, List<DeclaredRule> declared) {
    Map<String, List<BucketRule>> byFile = new LinkedHashMap<>();
    for (DeclaredRule rule : declared) {
      List<BucketRule> ofFile =
          byFile.computeIfAbsent(rule.origin().place().file(), file -> new ArrayList<>());
      ofFile.add(BucketRule.of(ofFile.size() + 1, rule, reading));
    }
    List<BucketRule> first = byFile.values().stream().findFirst().orElse(List.of());
    byFile.values().stream()
        .skip(1)
        .map(other -> new SameConfiguration(first, other, reading))
        .filter(pair -> !pair.holds())
        .forEach(pair -> problems.add(pair.problem(reading.shown(bucket))));
    return first;
  }

  /** What does not go together in the inputs. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  public SetUp setUp() {
    return setUp;
  }

  public Reading reading() {
    return reading;
  }

  /** The buckets that are declared or have rules, in the inputs' order. */
  public List<NotifyingBucket> buckets() {
    return allBuckets;
  }

  public Optional<NotifyingBucket> bucket(String name) {
    return Optional.ofNullable(buckets.get(name));
  }

  public Functions functions() {
    return functions;
  }

  public Policies policies() {
    return policies;
  }

  /**
   * Whether the inputs tell all grants on the ARN: those that describe its function, or hold a
   * policy of it, do.
   */
  public boolean knowsPoliciesOf(FunctionArn target) {
    return functions.find(target).isPresent() || policies.speaksOf(target.unqualified());
  }

  /**
   * Whether the inputs tell that there is no such version or alias: those that describe the
   * function and its versions or aliases at all do, unless the name of one is not known.
   */
  public boolean isMissing(FunctionArn target) {
    Optional<KnownFunction> function = functions.find(target);
    if (function.isEmpty()) {
      return false;
    }
    boolean whole =
        function
            .flatMap(KnownFunction::declared)
            .map(declared -> declared.origin().dialect() != Dialect.CLI_OUTPUT)
            .orElse(false);
    if (target.qualifier() instanceof Qualifier.Alias alias) {
      Map<String, ?> aliases = function.get().aliases();
      return (whole || !aliases.isEmpty())
          && aliases.keySet().stream().allMatch(name -> reading.restored(name).isKnown())
          && !aliases.containsKey(alias.name());
    }
    if (target.qualifier() instanceof Qualifier.Version version) {
      Map<String, ?> versions = function.get().versions();
      return !versions.isEmpty()
          && versions.keySet().stream().allMatch(Inventory::isNumber)
          && !versions.containsKey(version.number());
    }
    return target.qualifier() instanceof Qualifier.Unknown;
  }

  /** The highest number of a version of the function that the inputs tell. */
  public Optional<String> newestVersion(FunctionArn function) {
    return functions
        .find(function)
        .flatMap(
            known ->
                known.versions().keySet().stream()
                    .filter(number -> Qualifier.parse(number) instanceof Qualifier.Version)
                    .max(Comparator.comparing(BigInteger::new)));
  }

  private static boolean isNumber(String number) {
    return number.chars().allMatch(Character::isDigit);
  }

  /** Where the target, or else its function, is said to be. */
  public Optional<Origin> originOf(FunctionArn target) {
    return functions
        .find(target)
        .flatMap(
            function ->
                target.qualifier() instanceof Qualifier.Alias alias
                    ? Optional.ofNullable(function.aliases().get(alias.name()))
                        .map(found -> found.origin())
                    : function.declared().map(found -> found.origin()));
  }
}

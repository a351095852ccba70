package io.pushsim.outside;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.BucketChange;
import io.pushsim.bucket.BucketRegistry;
import io.pushsim.bucket.DestinationCheck;
import io.pushsim.bucket.NotificationConfigurationDraft;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.Alias;
import io.pushsim.function.CodeReference;
import io.pushsim.function.FunctionChange;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.function.InvocationSettings;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.LoggingConfig;
import io.pushsim.function.Version;
import io.pushsim.journal.Outcome;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.PolicyChange;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.ResourcePolicy;
import io.pushsim.policy.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a pushsim would hold in which a set-up stands that is wholly known. Of a policy nothing is
 * asked, so that statements can stand that AddPermission does not make. What AWS would refuse is
 * left out: rules, grants, and aliases of versions that are not there.
 */
final class SetUpState {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final CodeReference CODE =
      new CodeReference("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", 1);

  private final SetUp setUp;
  private final Map<FunctionArn, Parts> functions = new LinkedHashMap<>();

  /** What is known of a function. */
  private static final class Parts {
    private Optional<String> role = Optional.empty();
    private final Map<Integer, Optional<String>> versions = new TreeMap<>();
    private boolean tellsVersions;
    private final Map<String, Alias> aliases = new LinkedHashMap<>();
  }

  private SetUpState(SetUp setUp) {
    this.setUp = setUp;
  }

  /** Outcomes that make an empty pushsim what the set-up tells. */
  static List<Outcome> of(SetUp setUp) {
    return new SetUpState(setUp).outcomes();
  }

  private List<Outcome> outcomes() {
    setUp.functions().forEach(function -> parts(function.arn()).role = role(function.role()));
    setUp.versions().forEach(this::add);
    setUp.aliases().forEach(this::add);
    Map<FunctionArn, PolicyDocument> policies = new LinkedHashMap<>();
    setUp.policies().forEach(policy -> add(policy, policies));
    setUp.grants().forEach(grant -> add(grant, policies));
    List<Outcome> outcomes = new ArrayList<>();
    functions.forEach(
        (arn, parts) ->
            outcomes.add(
                new Outcome.OfFunction(new FunctionChange.FunctionRestored(function(arn, parts)))));
    policies.forEach(
        (arn, document) ->
            outcomes.add(
                new Outcome.OfPolicy(
                    new PolicyChange.PolicyRestored(
                        arn, new ResourcePolicy(document, revision())))));
    buckets()
        .forEach(
            bucket -> outcomes.add(new Outcome.OfBucket(new BucketChange.BucketRestored(bucket))));
    return outcomes;
  }

  static String known(Text text) {
    return text.known()
        .orElseThrow(() -> new IllegalArgumentException(text + " is not wholly known"));
  }

  private static Optional<String> role(Optional<Text> text) {
    return text.map(SetUpState::known);
  }

  private Parts parts(Text function) {
    return parts(arn(function));
  }

  private Parts parts(FunctionArn arn) {
    return functions.computeIfAbsent(arn.unqualified(), unknown -> new Parts());
  }

  private static FunctionArn arn(Text text) {
    return FunctionArn.parse(known(text))
        .orElseThrow(() -> new IllegalArgumentException(text + " is no function's ARN"));
  }

  private void add(DeclaredVersion version) {
    Parts parts = parts(version.function());
    parts.tellsVersions = true;
    parts.versions.put(Integer.valueOf(known(version.number())), role(version.role()));
  }

  private void add(DeclaredAlias alias) {
    Parts parts = parts(alias.function());
    String primary = known(alias.functionVersion());
    Optional<Alias.AdditionalVersion> additional =
        alias.additionalVersionWeights().entrySet().stream()
            .map(entry -> new Alias.AdditionalVersion(known(entry.getKey()), entry.getValue()))
            .findFirst();
    if (has(parts, primary) && additional.stream().allMatch(other -> has(parts, other.version()))) {
      String name = known(alias.name());
      parts.aliases.put(name, new Alias(name, primary, additional, "", revision()));
    }
  }

  /** Whether there is the version, which is made where the input tells of none. */
  private static boolean has(Parts parts, String version) {
    if (version.equals(Version.LATEST)) {
      return true;
    }
    if (!version.chars().allMatch(Character::isDigit) || version.isEmpty()) {
      return false;
    }
    int number = Integer.parseInt(version);
    if (!parts.tellsVersions) {
      parts.versions.putIfAbsent(number, Optional.empty());
    }
    return parts.versions.containsKey(number);
  }

  /** What has a policy is there. */
  private void add(DeclaredPolicy policy, Map<FunctionArn, PolicyDocument> policies) {
    FunctionArn target = arn(policy.target());
    Parts parts = parts(target);
    if (target.qualifier() instanceof Qualifier.Version version) {
      parts.versions.putIfAbsent(Integer.valueOf(version.number()), Optional.empty());
    } else if (target.qualifier() instanceof Qualifier.Alias alias
        && !parts.aliases.containsKey(alias.name())) {
      parts.versions.putIfAbsent(1, Optional.empty());
      parts.aliases.put(
          alias.name(), new Alias(alias.name(), "1", Optional.empty(), "", revision()));
    }
    policies.putIfAbsent(target, policy.document());
  }

  private void add(DeclaredGrant grant, Map<FunctionArn, PolicyDocument> policies) {
    Optional<FunctionArn> target = FunctionArn.parse(known(grant.target())).filter(this::isThere);
    try {
      Optional<Statement> statement = target.map(arn -> request(grant).statementOn(arn));
      statement.ifPresent(
          granted -> policies.merge(target.get(), PolicyDocument.of(List.of(granted)), this::both));
    } catch (SimulatorException refusedByLambda) {
      // So it does not stand.
      return;
    }
  }

  private PolicyDocument both(PolicyDocument one, PolicyDocument other) {
    List<Statement> statements = new ArrayList<>(one.statements());
    statements.addAll(other.statements());
    return new PolicyDocument(one.version(), one.id(), statements);
  }

  private boolean isThere(FunctionArn target) {
    Parts parts = functions.get(target.unqualified());
    return parts != null
        && (target.qualifier().equals(Qualifier.UNQUALIFIED)
            || parts.aliases.containsKey(target.qualifier().toString())
            || has(parts, target.qualifier().toString()));
  }

  private static PermissionRequest request(DeclaredGrant grant) {
    return new PermissionRequest(
        known(grant.statementId()),
        known(grant.action()),
        known(grant.principal()),
        grant.sourceArn().map(SetUpState::known),
        grant.sourceAccount().map(SetUpState::known),
        grant.principalOrgId().map(SetUpState::known),
        grant.eventSourceToken().map(SetUpState::known),
        grant.functionUrlAuthType().map(SetUpState::known));
  }

  private static LambdaFunction function(FunctionArn arn, Parts parts) {
    String usual = "arn:%s:iam::%s:role/lambda".formatted(arn.partition(), arn.account());
    String role = parts.role.orElse(usual);
    Map<String, Version> versions = new LinkedHashMap<>();
    parts.versions.forEach(
        (number, own) ->
            versions.put(
                String.valueOf(number), version(String.valueOf(number), arn, own.orElse(role))));
    int next = parts.versions.keySet().stream().reduce(0, Math::max) + 1;
    return new LambdaFunction(
        arn,
        version(Version.LATEST, arn, role),
        versions,
        next,
        Optional.empty(),
        parts.aliases,
        Map.of(),
        InvocationSettings.NONE);
  }

  private static Version version(String number, FunctionArn arn, String role) {
    return new Version(
        number,
        new FunctionConfiguration(
            CODE,
            "nodejs22.x",
            role,
            "index.handler",
            "",
            3,
            128,
            512,
            Optional.empty(),
            List.of("x86_64"),
            LoggingConfig.defaultFor(arn.functionName()),
            Optional.empty(),
            BEGINNING),
        revision(),
        Optional.empty());
  }

  private static String revision() {
    return UUID.randomUUID().toString();
  }

  private Collection<Bucket> buckets() {
    BucketRegistry registry = new BucketRegistry();
    for (DeclaredBucket bucket : setUp.buckets()) {
      registry.apply(
          new BucketChange.BucketCreated(
              known(bucket.name()), known(bucket.owner()), known(bucket.region()), BEGINNING));
    }
    Map<String, List<NotificationConfigurationDraft.Target>> drafts = new LinkedHashMap<>();
    for (DeclaredRule rule : setUp.rules()) {
      if (rule.kind() == TargetKind.LAMBDA && registry.find(known(rule.bucket())).isPresent()) {
        put(
            rule,
            drafts.computeIfAbsent(known(rule.bucket()), name -> new ArrayList<>()),
            registry);
      }
    }
    return setUp.buckets().stream()
        .map(bucket -> registry.require(known(bucket.name())))
        .distinct()
        .toList();
  }

  /** Puts the rule beside those that the bucket has, if S3 would take it. */
  private static void put(
      DeclaredRule rule,
      List<NotificationConfigurationDraft.Target> standing,
      BucketRegistry registry) {
    standing.add(draft(rule));
    try {
      registry.apply(
          registry.decideNotificationConfiguration(
              known(rule.bucket()),
              new NotificationConfigurationDraft(standing, false),
              DestinationCheck.SKIPPED,
              UUID::randomUUID));
    } catch (SimulatorException refusedByS3) {
      standing.remove(standing.size() - 1);
    }
  }

  private static NotificationConfigurationDraft.Target draft(DeclaredRule rule) {
    return new NotificationConfigurationDraft.Target(
        rule.id().map(SetUpState::known),
        rule.kind(),
        Optional.of(known(rule.target())),
        rule.events().stream().map(SetUpState::known).toList(),
        rule.filter().stream()
            .map(
                filter ->
                    new NotificationConfigurationDraft.Rule(
                        Optional.of(known(filter.name())), Optional.of(known(filter.value()))))
            .toList());
  }
}

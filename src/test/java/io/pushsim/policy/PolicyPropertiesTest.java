package io.pushsim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Partition;
import io.pushsim.arn.Qualifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicyPropertiesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final FunctionArn FUNCTION =
      FunctionArn.parse("arn:aws:lambda:us-west-2:111111111111:function:fn").orElseThrow();

  @Property
  void opensItsOwnArnAlone_whenOneQualifierIsGranted(
      @ForAll("grantable") Qualifier granted,
      @ForAll("qualifiers") Qualifier asked,
      @ForAll("buckets") String bucket) {
    PolicyRegistry registry = new PolicyRegistry();
    FunctionArn target = FUNCTION.withQualifier(granted);
    registry.apply(
        registry.addStatement(
            target,
            PermissionRequest.of("1", "lambda:*", "*").statementOn(target),
            RevisionCheck.NONE,
            () -> "revision"));
    FunctionArn askedArn = FUNCTION.withQualifier(asked);

    Decision decision = registry.decide(askedArn, push(bucket, askedArn), NOW);

    assertThat(decision.isAllowed()).isEqualTo(granted.equals(asked));
  }

  @Property(tries = 5000)
  void matchesAsARegularExpressionDoes_whateverThePattern(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    boolean expected = Pattern.compile(regexOf(pattern), Pattern.DOTALL).matcher(text).matches();
    boolean expectedInAnyCase =
        Pattern.compile(regexOf(pattern), Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
            .matcher(text)
            .matches();

    assertThat(Glob.of(PatternTokens.of(pattern, true)).matches(text)).isEqualTo(expected);
    assertThat(Glob.ignoringCase(PatternTokens.of(pattern, true)).matches(text))
        .isEqualTo(expectedInAnyCase);
    assertThat(
            Glob.of(PatternTokens.of(pattern, true))
                .matches("<" + text + ">", 1, text.length() + 1))
        .isEqualTo(expected);
  }

  @Property(tries = 5000)
  void matchesArnsPartByPart_whateverThePattern(
      @ForAll("arnPatterns") String pattern, @ForAll("arnTexts") String arn) {
    String[] patterns = pattern.split(":", 6);
    String[] parts = arn.split(":", 6);
    boolean expected = patterns.length == 6 && parts.length == 6;
    for (int i = 0; expected && i < 6; i++) {
      expected = Pattern.matches(regexOf(patterns[i]), parts[i]);
    }
    AccessRequest request = push("b", FUNCTION);

    assertThat(PatternOperand.arnLike(pattern).accepts(arn, request, true)).isEqualTo(expected);
  }

  @Property
  void staysAllowed_whenStatementsThatAllowAreAdded(
      @ForAll("policies") PolicyDocument policy,
      @ForAll("statements") Statement more,
      @ForAll("buckets") String bucket) {
    AccessRequest request = push(bucket, FUNCTION);
    boolean before = PolicyEvaluator.decide(Optional.of(policy), request).isAllowed();
    boolean after = PolicyEvaluator.decide(Optional.of(policy.with(more)), request).isAllowed();

    assertThat(before && !after).isEqualTo(before && denies(more, request));
  }

  @Property
  void decidesAlike_whateverTheOrderOfStatements(
      @ForAll("policies") PolicyDocument policy, @ForAll("buckets") String bucket) {
    AccessRequest request = push(bucket, FUNCTION);
    List<Statement> reversed = new ArrayList<>(policy.statements());
    Collections.reverse(reversed);

    assertThat(PolicyEvaluator.decide(Optional.of(PolicyDocument.of(reversed)), request).kind())
        .isEqualTo(PolicyEvaluator.decide(Optional.of(policy), request).kind());
  }

  @Property
  void decidesAsEachStatementAlone_whenStatementsShareElements(
      @ForAll("policies") PolicyDocument policy, @ForAll("buckets") String bucket) {
    AccessRequest request = push(bucket, FUNCTION);
    Map<Effect, Long> matching =
        policy.statements().stream()
            .filter(statement -> statement.matches(request, true))
            .collect(Collectors.groupingBy(Statement::effect, Collectors.counting()));

    Decision decision = PolicyEvaluator.decide(Optional.of(policy), request);

    assertThat(decision.isAllowed())
        .isEqualTo(matching.containsKey(Effect.ALLOW) && !matching.containsKey(Effect.DENY));
    assertThat(decision.kind() == Decision.Kind.EXPLICIT_DENY)
        .isEqualTo(matching.containsKey(Effect.DENY));
  }

  @Property
  void readsBackWhatItWrites_whateverThePolicy(@ForAll("policies") PolicyDocument policy) {
    assertThat(PolicyDocument.fromPlain(policy.toPlain())).isEqualTo(policy);
  }

  @Property
  void letsTheRequestPass_whenTheRemediesAreApplied(
      @ForAll("policies") PolicyDocument policy, @ForAll("buckets") String bucket) {
    AccessRequest request = push(bucket, FUNCTION);
    PolicyDocument mended = policy;
    for (Remedy remedy : PolicyEvaluator.decide(Optional.of(policy), request).remedies()) {
      if (remedy instanceof Remedy.AddPermission grant) {
        assertThat(mended.statement(grant.permission().statementId())).isEmpty();
        mended = mended.with(grant.permission().statementOn(grant.target()));
      } else if (remedy instanceof Remedy.RemovePermission removal) {
        mended = mended.without(removal.statementId());
      }
    }

    assertThat(PolicyEvaluator.decide(Optional.of(mended), request).isAllowed()).isTrue();
  }

  @Provide
  Arbitrary<Qualifier> grantable() {
    return Arbitraries.of("", "1", "2", "PROD", "BETA", "prod").map(Qualifier::parse);
  }

  @Provide
  Arbitrary<Qualifier> qualifiers() {
    return Arbitraries.of("", "1", "2", "PROD", "BETA", "prod", "$LATEST", "$latest")
        .map(Qualifier::parse);
  }

  @Provide
  Arbitrary<String> buckets() {
    return Arbitraries.of("a", "b", "allowed");
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("aAb*?.\n").ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aAb.\n").ofMaxLength(10);
  }

  @Provide
  Arbitrary<String> arnPatterns() {
    return arns(Arbitraries.of("", "*", "?", "a", "a*", "*b", "?b", "ab"));
  }

  @Provide
  Arbitrary<String> arnTexts() {
    return arns(Arbitraries.of("", "a", "ab", "b", "b"));
  }

  private static Arbitrary<String> arns(Arbitrary<String> part) {
    return part.list().ofMinSize(4).ofMaxSize(8).map(parts -> String.join(":", parts));
  }

  @Provide
  Arbitrary<PolicyDocument> policies() {
    return statements()
        .list()
        .ofMaxSize(6)
        .map(
            statements -> {
              List<Statement> named = new ArrayList<>();
              for (Statement statement : statements) {
                named.add(withSid(statement, "s" + named.size()));
              }
              return PolicyDocument.of(named);
            });
  }

  @Provide
  Arbitrary<Statement> statements() {
    return Combinators.combine(
            Arbitraries.of(Effect.ALLOW, Effect.ALLOW, Effect.DENY),
            principals(),
            Arbitraries.of("lambda:InvokeFunction", "lambda:*", "lambda:GetFunction", "*"),
            Arbitraries.of(FUNCTION.toString(), FUNCTION + ":1", FUNCTION + "*", "*"),
            conditions().list().uniqueElements(Condition::name).ofMaxSize(3))
        .as(
            (effect, principal, action, resource, conditions) ->
                new Statement(
                    Optional.of("more"),
                    effect,
                    principal,
                    ActionElement.action(Values.of(action)),
                    ResourceElement.resource(Values.listOf(resource)),
                    conditions.stream().sorted(Comparator.comparing(Condition::name)).toList()));
  }

  private static Arbitrary<PrincipalElement> principals() {
    return Arbitraries.of(
        PrincipalElement.everyone(),
        PrincipalElement.service("s3.amazonaws.com"),
        PrincipalElement.service("sns.amazonaws.com"),
        PrincipalElement.fromPlain(true, Map.of("Service", List.of("sns.amazonaws.com"))),
        PrincipalElement.aws("111111111111"));
  }

  private static Arbitrary<Condition> conditions() {
    return Combinators.combine(
            Arbitraries.of(
                "ArnLike", "ArnNotLike", "StringLikeIfExists", "ForAnyValue:StringNotLike"),
            Arbitraries.of("aws:SourceArn", "AWS:SourceAccount", "missing"),
            Arbitraries.of("arn:aws:s3:::a*", "arn:aws:s3:::b", "111111111111", "*"))
        .as(Condition::of);
  }

  private static Statement withSid(Statement statement, String sid) {
    return new Statement(
        Optional.of(sid),
        statement.effect(),
        statement.principal(),
        statement.action(),
        statement.resource(),
        statement.conditions());
  }

  private static boolean denies(Statement statement, AccessRequest request) {
    return statement.effect() == Effect.DENY && statement.matches(request, true);
  }

  private static AccessRequest push(String bucket, FunctionArn target) {
    return AccessRequest.push(Arn.ofBucket(Partition.AWS, bucket), "111111111111", target);
  }

  private static String regexOf(String pattern) {
    return pattern
        .chars()
        .mapToObj(
            character ->
                switch (character) {
                  case '*' -> ".*";
                  case '?' -> ".";
                  default -> Pattern.quote(Character.toString(character));
                })
        .collect(Collectors.joining());
  }
}

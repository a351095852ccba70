package io.pushsim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GrantFormPropertyTest {
  private static final FunctionArn PROD = FunctionArn.parse(PolicyCases.PROD).orElseThrow();

  @Property
  void readsBackTheGrant_thatMadeTheStatement(@ForAll("grants") PermissionRequest grant) {
    Statement statement = grant.statementOn(PROD);

    Optional<PermissionRequest> read = PermissionRequest.of(statement);

    assertThat(read.map(found -> found.statementOn(PROD))).contains(statement);
    assertThat(read.map(found -> found.to(grant.principal()))).contains(grant);
  }

  @Property
  void readsNoGrant_thatAddPermissionDoesNotMake(@ForAll("grants") PermissionRequest grant) {
    Statement made = grant.statementOn(PROD);
    Statement denying =
        new Statement(
            made.sid(),
            Effect.DENY,
            made.principal(),
            made.action(),
            made.resource(),
            made.conditions());
    Statement nameless =
        new Statement(
            Optional.empty(),
            made.effect(),
            made.principal(),
            made.action(),
            made.resource(),
            made.conditions());

    assertThat(PermissionRequest.of(denying)).isEmpty();
    assertThat(PermissionRequest.of(nameless)).isEmpty();
  }

  @Provide
  Arbitrary<PermissionRequest> grants() {
    Arbitrary<String> sids =
        Arbitraries.strings().withChars("abcXYZ019-_").ofMinLength(1).ofMaxLength(20);
    Arbitrary<String> actions =
        Arbitraries.of("lambda:InvokeFunction", "lambda:*", "lambda:GetAlias");
    Arbitrary<String> principals =
        Arbitraries.of(
            "s3.amazonaws.com", "*", "111111111111", "arn:aws:iam::222222222222:role/deployer");
    Arbitrary<Optional<String>> sources =
        Arbitraries.of("arn:aws:s3:::examplebucket", "arn:aws:s3:::*", "arn:aws:s3:::b/?")
            .optional();
    Arbitrary<Optional<String>> accounts = Arbitraries.of("111111111111").optional();
    Arbitrary<Optional<String>> organizations = Arbitraries.of("o-a1b2c3d4e5").optional();
    return Combinators.combine(sids, actions, principals, sources, accounts, organizations)
        .as(
            (sid, action, principal, source, account, organization) ->
                new PermissionRequest(
                    sid,
                    action,
                    principal,
                    source,
                    account,
                    organization,
                    Optional.empty(),
                    Optional.empty()));
  }
}

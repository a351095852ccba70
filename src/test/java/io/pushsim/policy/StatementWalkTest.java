package io.pushsim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Partition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementWalkTest {
  private static final FunctionArn PROD = FunctionArn.parse(PolicyCases.PROD).orElseThrow();
  private static final AccessRequest PUSH =
      AccessRequest.push(
          Arn.ofBucket(Partition.ofRegion("us-west-2"), "examplebucket"), "111111111111", PROD);

  private static PermissionRequest grant(String sid, String principal, String bucket) {
    return PermissionRequest.of(sid, "lambda:InvokeFunction", principal)
        .from(Optional.of("arn:aws:s3:::" + bucket), Optional.of("111111111111"));
  }

  private static List<StatementWalk> walk(PermissionRequest... grants) {
    List<Statement> statements =
        List.of(grants).stream().map(grant -> grant.statementOn(PROD)).toList();
    return StatementWalk.of(PolicyDocument.of(statements), PUSH);
  }

  @Test
  void holdsEachElement_whereAllMatch() {
    StatementWalk walk = walk(grant("s3", "s3.amazonaws.com", "examplebucket")).get(0);

    assertThat(walk.matches()).isTrue();
    assertThat(walk.mismatches()).isEmpty();
    assertThat(walk.steps())
        .extracting(StatementWalk.Step::name)
        .containsExactly(
            "Principal",
            "Action",
            "Resource",
            "Condition StringEquals AWS:SourceAccount",
            "Condition ArnLike AWS:SourceArn");
  }

  @Test
  void goesOnBehindTheFirstMismatch() {
    StatementWalk walk = walk(grant("s3", "sns.amazonaws.com", "other")).get(0);

    assertThat(walk.matches()).isFalse();
    assertThat(walk.mismatches())
        .extracting(StatementWalk.Step::name)
        .containsExactly("Principal", "Condition ArnLike AWS:SourceArn");
    assertThat(walk.mismatches().get(1).expected()).isEqualTo("arn:aws:s3:::other");
    assertThat(walk.mismatches().get(1).actual()).isEqualTo("arn:aws:s3:::examplebucket");
  }

  @Test
  void numbersStatementsInTheirOrder() {
    List<StatementWalk> walks =
        walk(
            grant("one", "s3.amazonaws.com", "other"),
            grant("two", "s3.amazonaws.com", "examplebucket"));

    assertThat(walks).extracting(StatementWalk::number).containsExactly(1, 2);
    assertThat(walks).extracting(StatementWalk::matches).containsExactly(false, true);
    assertThat(walks.get(1).title()).contains("two");
  }

  private static Optional<String> nearest(PermissionRequest... grants) {
    List<Statement> statements =
        List.of(grants).stream().map(grant -> grant.statementOn(PROD)).toList();
    Decision decision = PolicyEvaluator.decide(Optional.of(PolicyDocument.of(statements)), PUSH);
    return ((Decision.ImplicitDeny) decision).nearest().flatMap(Mismatch::statementId);
  }

  @Test
  void findsTheNearestGrant_whichIsMostLikeWhatIsAsked() {
    PermissionRequest other = grant("other", "s3.amazonaws.com", "otherbucket");
    PermissionRequest objects = grant("objects", "s3.amazonaws.com", "examplebucket/*");
    PermissionRequest events =
        PermissionRequest.of("events", "lambda:InvokeFunction", "events.amazonaws.com")
            .from(Optional.of("arn:aws:events:us-west-2:111111111111:rule/x"), Optional.empty());

    assertThat(nearest(events, other, objects)).contains("objects");
    assertThat(nearest(events, other)).contains("other");
    assertThat(nearest(events)).contains("events");
  }
}

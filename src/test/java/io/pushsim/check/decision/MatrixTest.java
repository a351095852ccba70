package io.pushsim.check.decision;

import static io.pushsim.check.decision.SetUps.ACCOUNT;
import static io.pushsim.check.decision.SetUps.BUCKET_ARN;
import static io.pushsim.check.decision.SetUps.FUNCTION;
import static io.pushsim.check.decision.SetUps.PROD;
import static io.pushsim.check.decision.SetUps.PROD_ARN;
import static io.pushsim.check.decision.SetUps.at;
import static io.pushsim.check.decision.SetUps.bucket;
import static io.pushsim.check.decision.SetUps.function;
import static io.pushsim.check.decision.SetUps.grant;
import static io.pushsim.check.decision.SetUps.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final Origin HERE = at("stack.yaml", 5);

  private static Matrix matrix(SetUp.Builder setUp) {
    return Matrix.of(SetUps.inventory(setUp));
  }

  private static SetUp.Builder described() {
    return new SetUp.Builder().add(bucket(ACCOUNT, HERE)).add(function());
  }

  @Test
  void holdsTheVerdictOnEachRule_beItDenied() {
    Matrix matrix = matrix(described().add(rule(PROD, HERE)));

    assertThat(matrix.targets()).containsExactly(PROD_ARN);
    assertThat(matrix.of(matrix.rules().get(0)).orElseThrow().isDenied()).isTrue();
  }

  @Test
  void holdsWhatAPolicyLetsPass_whereNoRuleNamesIt() {
    Matrix matrix = matrix(described().add(grant(FUNCTION, BUCKET_ARN, ACCOUNT, HERE)));

    assertThat(matrix.rules()).isEmpty();
    assertThat(matrix.find("examplebucket", PROD_ARN.unqualified()).orElseThrow().isAllowed())
        .isTrue();
  }

  @Test
  void holdsWhatAPatternLetsPass() {
    Matrix matrix =
        matrix(described().add(grant(FUNCTION, Text.of("arn:aws:s3:::ex*"), ACCOUNT, HERE)));

    assertThat(matrix.of("examplebucket")).containsOnlyKeys(PROD_ARN.unqualified());
  }

  @Test
  void holdsNothing_whereAGrantIsForAnother() {
    Matrix matrix =
        matrix(described().add(grant(FUNCTION, Text.of("arn:aws:s3:::other"), ACCOUNT, HERE)));

    assertThat(matrix.of("examplebucket")).isEmpty();
    assertThat(matrix.targets()).containsExactly(PROD_ARN.unqualified());
  }

  @Test
  void refusesARuleOfAnother() {
    BucketRule rule = matrix(described().add(rule(PROD, HERE))).rules().get(0);
    Matrix empty = matrix(new SetUp.Builder());

    assertThatThrownBy(() -> empty.of(rule)).isInstanceOf(IllegalArgumentException.class);
  }
}

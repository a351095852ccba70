package io.pushsim.check.decision;

import static io.pushsim.check.decision.SetUps.ACCOUNT;
import static io.pushsim.check.decision.SetUps.BUCKET_ARN;
import static io.pushsim.check.decision.SetUps.FUNCTION;
import static io.pushsim.check.decision.SetUps.IS_PROD;
import static io.pushsim.check.decision.SetUps.PROD;
import static io.pushsim.check.decision.SetUps.PROD_ARN;
import static io.pushsim.check.decision.SetUps.at;
import static io.pushsim.check.decision.SetUps.bucket;
import static io.pushsim.check.decision.SetUps.function;
import static io.pushsim.check.decision.SetUps.grant;
import static io.pushsim.check.decision.SetUps.inventory;
import static io.pushsim.check.decision.SetUps.rule;
import static io.pushsim.check.decision.SetUps.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredRule.Filter;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InventoryTest {

  private static Filter filter(String name, String value) {
    return new Filter(Text.of(name), Text.of(value));
  }

  @Test
  void tellsOfABucketThatTwoOwn() {
    Inventory inventory =
        inventory(
            new SetUp.Builder()
                .add(bucket(ACCOUNT, at("a.yaml", 3)))
                .add(bucket(Text.of("222222222222"), at("b.yaml", 4))));

    assertThat(inventory.problems())
        .extracting(Object::toString)
        .containsExactly(
            "b.yaml:4:1: the bucket examplebucket belongs to 222222222222 here and to 111111111111 in a.yaml:3:1: give one of the two");
  }

  @Test
  void takesTheOwner_whereOneInputTellsIt() {
    Inventory inventory =
        inventory(
            new SetUp.Builder()
                .add(bucket(Text.unknown(Symbol.ACCOUNT), at("a.yaml", 3)))
                .add(bucket(Text.of("222222222222"), at("b.yaml", 4))));

    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.bucket("examplebucket").orElseThrow().owner()).isEqualTo("222222222222");
  }

  @Test
  void takesOneConfiguration_whereTwoFilesTellTheSame() {
    Inventory inventory =
        inventory(
            new SetUp.Builder()
                .add(rule(PROD, at("a.json", 3), filter("Prefix", "in/"), filter("Suffix", ".jpg")))
                .add(
                    rule(
                        PROD, at("b.json", 4), filter("suffix", ".jpg"), filter("prefix", "in/"))));

    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.bucket("examplebucket").orElseThrow().rules()).hasSize(1);
  }

  @Test
  void tellsOfTwoConfigurations_whereTheyDiffer() {
    Inventory inventory =
        inventory(
            new SetUp.Builder()
                .add(rule(PROD, at("a.json", 3), filter("Prefix", "in/")))
                .add(rule(PROD, at("b.json", 4), filter("Prefix", "out/"))));

    assertThat(inventory.problems())
        .extracting(Object::toString)
        .containsExactly(
            "b.json:4:1: the notification configuration of examplebucket stands otherwise in a.json:3:1: S3 keeps one only; give one of the two");
  }

  @Test
  void asksForWhatIsUnknown_whereTwoConfigurationsMayBeTheSame() {
    Text inUnknownAccount =
        Text.join(
            Text.of("arn:aws:lambda:us-west-2:"),
            Text.unknown(Symbol.ACCOUNT),
            Text.of(":function:f:PROD"));

    Inventory inventory =
        inventory(
            new SetUp.Builder()
                .add(rule(inUnknownAccount, at("a.yaml", 3)))
                .add(rule(PROD, at("b.json", 4))));

    assertThat(inventory.problems())
        .extracting(Object::toString)
        .containsExactly(
            "b.json:4:1: whether the notification configuration of examplebucket is the same as in a.yaml:3:1 is not known. Give --account with its 12 digits.");
  }

  @Test
  void keepsAGrantOnce_whereTwoFilesTellIt() {
    Inventory inventory =
        inventory(
            new SetUp.Builder()
                .add(grant(PROD, BUCKET_ARN, ACCOUNT, at("a.yaml", 3)))
                .add(grant(PROD, BUCKET_ARN, ACCOUNT, at("b.yaml", 4))));

    assertThat(inventory.policies().of(PROD_ARN).orElseThrow().statements()).hasSize(1);
  }

  @Test
  void ordersVersionsByNumber_howeverLargeItIs() {
    Inventory inventory =
        inventory(
            new SetUp.Builder()
                .add(function())
                .add(version("9"))
                .add(version("99999999999999999999"))
                .add(version("$LATEST"))
                .add(version("10")));

    assertThat(inventory.newestVersion(PROD_ARN)).contains("99999999999999999999");
  }

  @Test
  void knowsAPolicy_whereTheFunctionOrAGrantOnItIsTold() {
    assertThat(inventory(new SetUp.Builder()).knowsPoliciesOf(PROD_ARN)).isFalse();
    assertThat(inventory(new SetUp.Builder().add(function())).knowsPoliciesOf(PROD_ARN)).isTrue();
    assertThat(
            inventory(
                    new SetUp.Builder().add(grant(FUNCTION, BUCKET_ARN, ACCOUNT, at("a.yaml", 3))))
                .knowsPoliciesOf(PROD_ARN))
        .isTrue();
  }

  @Test
  void missesNoAlias_whereTheNameOfOneIsNotKnown() {
    Text some = Text.unknown(IS_PROD);

    assertThat(
            inventory(
                    new SetUp.Builder()
                        .add(function())
                        .add(
                            new DeclaredAlias(FUNCTION, some, some, Map.of(), at("stack.yaml", 3))))
                .isMissing(PROD_ARN))
        .isFalse();
  }

  @Test
  void missesAnAlias_whereATemplateMakesTheFunctionWithoutIt() {
    assertThat(inventory(new SetUp.Builder()).isMissing(PROD_ARN)).isFalse();
    assertThat(inventory(new SetUp.Builder().add(function())).isMissing(PROD_ARN)).isTrue();
  }
}

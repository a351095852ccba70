package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.pushsim.bucket.TargetKind;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("one-jdk")
class MendingBenchIT {
  private static final Text ARN =
      Text.of("arn:aws:lambda:us-west-2:111111111111:function:helloworld");
  private static final Origin HERE = Origin.of(Dialect.CLI_OUTPUT, Place.ofFile("here.json"));
  private static final PolicyDocument DENY =
      PolicyDocument.fromPlain(
          Map.of(
              "Version",
              "2012-10-17",
              "Statement",
              List.of(
                  Map.of(
                      "Sid", "never",
                      "Effect", "Deny",
                      "Principal", "*",
                      "Action", "lambda:*",
                      "Resource", "*"))));

  @Test
  void holdsWhatTheSetUpTells() {
    SetUp setUp = setUp();

    try (MendingBench bench = MendingBench.of(setUp)) {
      SetUp there = bench.readBack();

      assertThat(there.buckets())
          .extracting(DeclaredBucket::name, DeclaredBucket::owner, DeclaredBucket::region)
          .containsExactly(
              tuple(Text.of("uploads"), Text.of("222222222222"), Text.of("us-west-2")));
      assertThat(there.functions())
          .extracting(DeclaredFunction::arn, DeclaredFunction::role)
          .containsExactly(tuple(ARN, Optional.of(Text.of("arn:aws:iam::111111111111:role/r"))));
      assertThat(there.versions())
          .extracting(DeclaredVersion::number)
          .containsExactly(Text.of("3"), Text.of("7"));
      assertThat(there.aliases())
          .extracting(DeclaredAlias::name, DeclaredAlias::additionalVersionWeights)
          .containsExactly(tuple(Text.of("PROD"), Map.of(Text.of("7"), 0.1)));
      assertThat(there.policies())
          .singleElement()
          .satisfies(
              policy -> {
                assertThat(policy.target()).isEqualTo(ARN.plus(":PROD"));
                assertThat(policy.document().statements()).isEqualTo(DENY.statements());
              });
      assertThat(there.rules())
          .extracting(DeclaredRule::target, DeclaredRule::filter)
          .containsExactly(
              tuple(
                  ARN.plus(":GONE"),
                  List.of(new DeclaredRule.Filter(Text.of("Prefix"), Text.of("in/")))));
    }
  }

  @Test
  void runsCommandsOfTheAwsCli() {
    try (MendingBench bench = MendingBench.of(setUp())) {
      bench.run(
          List.of(
              "aws lambda remove-permission --region us-west-2 --function-name helloworld"
                  + " --qualifier PROD --statement-id never",
              "aws lambda add-permission --region us-west-2 --function-name helloworld"
                  + " --qualifier PROD --statement-id s3 --principal s3.amazonaws.com"
                  + " --action lambda:InvokeFunction --source-arn arn:aws:s3:::uploads"
                  + " --source-account 222222222222"));
      bench.run(
          "222222222222",
          List.of(
              "aws s3api put-bucket-notification-configuration --bucket uploads"
                  + " --notification-configuration '{\"LambdaFunctionConfigurations\":"
                  + " [{\"LambdaFunctionArn\": \"arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD\","
                  + " \"Events\": [\"s3:ObjectCreated:*\"]}]}'"));

      SetUp there = bench.readBack();

      assertThat(there.policies())
          .flatExtracting(policy -> policy.document().statements())
          .extracting(Statement::sid)
          .containsExactly(Optional.of("s3"));
      assertThat(there.rules()).extracting(DeclaredRule::target).containsExactly(ARN.plus(":PROD"));
    }
  }

  @Test
  void tellsWhichCommandFails() {
    try (MendingBench bench = MendingBench.of(setUp())) {
      List<String> command = List.of("aws lambda get-function --function-name nobody");

      assertThatThrownBy(() -> bench.run(command))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(command.get(0))
          .hasMessageContaining("ResourceNotFoundException");
    }
  }

  @Test
  void refusesWhatIsUnknown() {
    SetUp unknown =
        new SetUp.Builder()
            .add(
                new DeclaredBucket(
                    Text.of("uploads"), Text.unknown(Symbol.ACCOUNT), Text.of("us-west-2"), HERE))
            .build();

    assertThatThrownBy(() -> MendingBench.of(unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("${AWS::AccountId} is not wholly known");
  }

  private static SetUp setUp() {
    Optional<Text> role = Optional.of(Text.of("arn:aws:iam::111111111111:role/r"));
    return new SetUp.Builder()
        .add(
            new DeclaredBucket(
                Text.of("uploads"), Text.of("222222222222"), Text.of("us-west-2"), HERE))
        .add(new DeclaredFunction(ARN, role, Optional.empty(), HERE))
        .add(new DeclaredVersion(ARN, Text.of("3"), role, Optional.empty(), HERE))
        .add(new DeclaredVersion(ARN, Text.of("7"), role, Optional.empty(), HERE))
        .add(new DeclaredAlias(ARN, Text.of("PROD"), Text.of("3"), Map.of(Text.of("7"), 0.1), HERE))
        .add(new DeclaredAlias(ARN, Text.of("NOWHERE"), Text.of("5"), Map.of(), HERE))
        .add(new DeclaredPolicy(ARN.plus(":PROD"), DENY, List.of(HERE.place()), HERE))
        .add(rule("GONE", "in/"))
        .add(rule("PROD", "in/deeper/"))
        .build();
  }

  private static DeclaredRule rule(String qualifier, String prefix) {
    return new DeclaredRule(
        Text.of("uploads"),
        Optional.empty(),
        TargetKind.LAMBDA,
        ARN.plus(":" + qualifier),
        List.of(Text.of("s3:ObjectCreated:*")),
        List.of(new DeclaredRule.Filter(Text.of("prefix"), Text.of(prefix))),
        HERE);
  }
}

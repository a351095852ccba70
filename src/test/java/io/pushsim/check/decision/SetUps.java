package io.pushsim.check.decision;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import java.util.List;
import java.util.Optional;

/** Parts of set-ups around a bucket and a function. */
final class SetUps {
  static final Text ACCOUNT = Text.of("111111111111");
  static final Text REGION = Text.of("us-west-2");
  static final Text BUCKET = Text.of("examplebucket");
  static final Text BUCKET_ARN = Text.of("arn:aws:s3:::examplebucket");
  static final Text FUNCTION = Text.of("arn:aws:lambda:us-west-2:111111111111:function:f");
  static final Text PROD = FUNCTION.plus(":PROD");
  static final FunctionArn PROD_ARN = FunctionArn.parse(PROD.toString()).orElseThrow();
  static final Symbol IS_PROD =
      new Symbol("stack.yaml IsProd", "IsProd", Symbol.Kind.ANY, "Give --parameter Env=….");

  private SetUps() {}

  static Origin at(String file, int line) {
    return Origin.of(Dialect.CLOUDFORMATION, new Place(file, line, 1));
  }

  static Origin only(Symbol condition) {
    return new Origin(
        Dialect.CLOUDFORMATION, new Place("stack.yaml", 9, 1), "", Optional.of(condition));
  }

  static DeclaredBucket bucket(Text owner, Origin origin) {
    return new DeclaredBucket(BUCKET, owner, REGION, origin);
  }

  static DeclaredFunction function() {
    return new DeclaredFunction(FUNCTION, Optional.empty(), Optional.empty(), at("stack.yaml", 1));
  }

  static DeclaredVersion version(String number) {
    return new DeclaredVersion(
        FUNCTION, Text.of(number), Optional.empty(), Optional.empty(), at("stack.yaml", 2));
  }

  static DeclaredRule rule(Text target, Origin origin, DeclaredRule.Filter... filter) {
    return new DeclaredRule(
        BUCKET,
        Optional.empty(),
        TargetKind.LAMBDA,
        target,
        List.of(Text.of("s3:ObjectCreated:*")),
        List.of(filter),
        origin);
  }

  static DeclaredGrant grant(Text target, Text sourceArn, Text sourceAccount, Origin origin) {
    return new DeclaredGrant(
        target,
        Text.of("s3"),
        Text.of("lambda:InvokeFunction"),
        Text.of("s3.amazonaws.com"),
        Optional.of(sourceArn),
        Optional.of(sourceAccount),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        origin);
  }

  static Inventory inventory(SetUp.Builder setUp) {
    return new Inventory(setUp.build(), ACCOUNT, REGION);
  }
}

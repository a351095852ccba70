package io.pushsim.check.report;

import io.pushsim.bucket.TargetKind;
import io.pushsim.check.CheckReport;
import io.pushsim.check.CheckedSetUp;
import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.Matrix;
import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.FindingKind;
import io.pushsim.check.mending.Lines;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reports of checks with everything in them that a form has to show. */
public final class SampleChecks {
  static final String HOSTILE =
      "</script><img src=x onerror=alert(1)>\"'|`@everyone`\u202egpj.exe\n\u0007";

  private static final String ACCOUNT = "111111111111";
  private static final String FUNCTION =
      "arn:aws:lambda:us-west-2:" + ACCOUNT + ":function:helloworld";
  private static final String THUMBNAIL =
      "arn:aws:lambda:us-west-2:" + ACCOUNT + ":function:thumbnail";

  private SampleChecks() {}

  /** Everything that can be told, in two set-ups, with problems. */
  public static CheckReport rich() {
    return new CheckReport(
        List.of(stack(), elsewhere()),
        List.of(
            new Problem(
                "broken.yaml", 3, 9, "unknown function !Foo; write one that CloudFormation has"),
            Problem.ofFile("half.json", "ends within an object: give the whole file")),
        List.of("README.md"),
        0);
  }

  public static CheckReport passing() {
    SetUp setUp =
        new SetUp.Builder()
            .add(bucket("examplebucket", 4))
            .add(function(FUNCTION, 12))
            .add(rule("prod", FUNCTION + ":PROD", 21, "in/", ".jpg"))
            .add(grant(FUNCTION + ":PROD", "allow-s3", "examplebucket", ACCOUNT, 31))
            .build();
    return new CheckReport(
        List.of(checked("stack.yaml", setUp, List.of(), 0)), List.of(), List.of(), 0);
  }

  public static CheckReport empty() {
    return new CheckReport(List.of(), List.of(), List.of(), 0);
  }

  private static CheckedSetUp stack() {
    Text unknown =
        Text.unknown(new Symbol("Uploads", Symbol.Kind.ANY, "Give --parameter Uploads=NAME."));
    SetUp setUp =
        new SetUp.Builder()
            .add(bucket("examplebucket", 4))
            .add(bucket("archive-bucket", 9))
            .add(function(FUNCTION, 12))
            .add(function(THUMBNAIL, 16))
            .add(rule("prod", FUNCTION + ":PROD", 21, "in/", ".jpg"))
            .add(rule("beta", FUNCTION + ":BETA", 25, "beta/", ""))
            .add(rule("raw", FUNCTION, 29, "raw/", ""))
            .add(
                new DeclaredRule(
                    Text.of("examplebucket"),
                    Optional.empty(),
                    TargetKind.QUEUE,
                    Text.of("arn:aws:sqs:us-west-2:" + ACCOUNT + ":copies"),
                    List.of(Text.of("s3:ObjectRemoved:*")),
                    List.of(),
                    at("stack.yaml", 33)))
            .add(
                new DeclaredRule(
                    unknown,
                    Optional.of(Text.of("thumbs")),
                    TargetKind.LAMBDA,
                    Text.of(THUMBNAIL + ":LIVE"),
                    List.of(Text.of("s3:ObjectCreated:*")),
                    List.of(),
                    at("stack.yaml", 37)))
            .add(grant(FUNCTION + ":PROD", "allow-s3", "examplebucket", ACCOUNT, 41))
            .add(grant(FUNCTION + ":BETA", "allow-beta", "other-bucket", ACCOUNT, 47))
            .add(grant(THUMBNAIL, "leftover", "examplebucket", ACCOUNT, 53))
            .add(grant(THUMBNAIL, "archive", "archive-bucket", ACCOUNT, 55))
            .add(
                new DeclaredGrant(
                    Text.of(THUMBNAIL + ":LIVE"),
                    Text.of("allow-uploads"),
                    Text.of("lambda:InvokeFunction"),
                    Text.of("s3.amazonaws.com"),
                    Optional.of(Text.of("arn:aws:s3:::uploads")),
                    Optional.of(Text.of(ACCOUNT)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    at("stack.yaml", 59)))
            .build();
    return checked(
        "stack.yaml and 2 more",
        setUp,
        List.of(
            new Finding(
                FindingKind.TARGET_WITHOUT_GRANT,
                new Place("stack.yaml", 25, 7),
                "examplebucket rule beta → helloworld:BETA",
                "The rule beta of examplebucket names helloworld:BETA, whose policy lets other-bucket in, not examplebucket. S3 would refuse the configuration.",
                List.of(
                    "aws lambda remove-permission --function-name helloworld --qualifier BETA --statement-id allow-beta --region us-west-2",
                    "aws lambda add-permission --function-name helloworld --qualifier BETA --statement-id allow-s3-examplebucket --action lambda:InvokeFunction --principal s3.amazonaws.com --source-arn arn:aws:s3:::examplebucket --source-account 111111111111 --region us-west-2"),
                Optional.of(
                    new Lines(
                        "yaml",
                        "Add to Resources of stack.yaml",
                        "HelloworldBetaPermission:\n  Type: AWS::Lambda::Permission\n  Properties:\n    FunctionName: !Ref Beta\n    Principal: s3.amazonaws.com\n")),
                List.of(new Place("stack.yaml", 47, 7))),
            new Finding(
                FindingKind.UNQUALIFIED_TARGET,
                new Place("stack.yaml", 29, 7),
                "examplebucket rule raw → helloworld",
                "The rule raw of examplebucket names helloworld without a qualifier.",
                List.of(),
                Optional.empty(),
                List.of()),
            new Finding(
                FindingKind.UNKNOWN_DECISION,
                new Place("stack.yaml", 37, 7),
                "${Uploads} rule thumbs → thumbnail:LIVE",
                "Whether ${Uploads} may invoke thumbnail:LIVE depends on ${Uploads}. Give --parameter Uploads=NAME.",
                List.of(),
                Optional.empty(),
                List.of())),
        3);
  }

  // Another account and region, hostile names, and an endpoint, which has no lines.
  private static CheckedSetUp elsewhere() {
    String far = "arn:aws:lambda:eu-central-1:222222222222:function:far";
    SetUp setUp =
        new SetUp.Builder()
            .add(function(FUNCTION, 12))
            .add(function(far, 14))
            .add(
                new DeclaredRule(
                    Text.of("logs"),
                    Optional.of(Text.of(HOSTILE)),
                    TargetKind.LAMBDA,
                    Text.of(far + ":LIVE"),
                    List.of(Text.of("s3:ObjectCreated:Put")),
                    List.of(new DeclaredRule.Filter(Text.of("Prefix"), Text.of("<b>|`x`"))),
                    at("tests/odd name.yaml", 5)))
            .add(
                new DeclaredRule(
                    Text.of("logs"),
                    Optional.of(Text.of("typo")),
                    TargetKind.LAMBDA,
                    Text.of("helloworld:PROD"),
                    List.of(Text.of("s3:ObjectRemoved:*")),
                    List.of(),
                    at("tests/odd name.yaml", 9)))
            .add(grant(FUNCTION + ":PROD", "open-to-all", "*", ACCOUNT, 41))
            .build();
    return checked(
        "tests/odd name.yaml",
        setUp,
        List.of(
            new Finding(
                FindingKind.OPEN_PRINCIPAL,
                Place.ofFile("http://127.0.0.1:4580 the policy of far:LIVE"),
                "far:LIVE " + HOSTILE,
                "Statement '" + HOSTILE + "' lets everybody in.",
                List.of(
                    "aws lambda remove-permission --function-name far --statement-id '"
                        + HOSTILE.replace("'", "")
                        + "'"),
                Optional.empty(),
                List.of())),
        0);
  }

  /** A matrix of so many rules, one a bucket, and targets, of which some are dead and some open. */
  public static CheckReport large(int rules, int targets) {
    SetUp.Builder setUp = new SetUp.Builder();
    for (int i = 0; i < targets; i++) {
      String arn = target(i);
      setUp.add(function(arn.substring(0, arn.lastIndexOf(':')), i + 1));
      setUp.add(grant(arn, "s" + i, bucketName(i % rules), ACCOUNT, 10_000 + i));
    }
    for (int i = 0; i < rules; i++) {
      setUp.add(bucket(bucketName(i), 20_000 + i));
      boolean dead = i % 10 == 3;
      setUp.add(
          new DeclaredRule(
              Text.of(bucketName(i)),
              Optional.of(Text.of("rule-" + i)),
              TargetKind.LAMBDA,
              Text.of(target((dead ? i + 1 : i) % targets)),
              List.of(Text.of("s3:ObjectCreated:*")),
              List.of(new DeclaredRule.Filter(Text.of("prefix"), Text.of("in/" + i + "/"))),
              at("large.yaml", 30_000 + i)));
    }
    return new CheckReport(
        List.of(checked("large.yaml", setUp.build(), List.of(), 0)), List.of(), List.of(), 0);
  }

  private static String bucketName(int i) {
    return "bucket-%04d".formatted(i);
  }

  private static String target(int i) {
    return "arn:aws:lambda:us-west-2:%s:function:function-%04d:ALIAS%d"
        .formatted(ACCOUNT, i / 5, i % 5);
  }

  private static CheckedSetUp checked(
      String title, SetUp setUp, List<Finding> findings, int suppressed) {
    Inventory inventory = new Inventory(setUp, Text.of(ACCOUNT), Text.of("us-west-2"));
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(suppressed == 0 ? List.of() : Collections.nCopies(suppressed, findings.get(0)));
    return new CheckedSetUp(title, inventory, Matrix.of(inventory), all, findings);
  }

  private static DeclaredBucket bucket(String name, int line) {
    return new DeclaredBucket(
        Text.of(name), Text.of(ACCOUNT), Text.of("us-west-2"), at("stack.yaml", line));
  }

  private static DeclaredFunction function(String arn, int line) {
    return new DeclaredFunction(
        Text.of(arn), Optional.empty(), Optional.empty(), at("stack.yaml", line));
  }

  private static DeclaredRule rule(
      String id, String target, int line, String prefix, String suffix) {
    return new DeclaredRule(
        Text.of("examplebucket"),
        Optional.of(Text.of(id)),
        TargetKind.LAMBDA,
        Text.of(target),
        List.of(Text.of("s3:ObjectCreated:*")),
        List.of(
            new DeclaredRule.Filter(Text.of("prefix"), Text.of(prefix)),
            new DeclaredRule.Filter(Text.of("suffix"), Text.of(suffix))),
        at("stack.yaml", line));
  }

  private static DeclaredGrant grant(
      String target, String id, String bucket, String account, int line) {
    return new DeclaredGrant(
        Text.of(target),
        Text.of(id),
        Text.of("lambda:InvokeFunction"),
        Text.of("s3.amazonaws.com"),
        Optional.of(Text.of("arn:aws:s3:::" + bucket)),
        Optional.of(Text.of(account)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        at("stack.yaml", line));
  }

  private static Origin at(String file, int line) {
    return new Origin(Dialect.CLOUDFORMATION, new Place(file, line, 7), "Resource" + line);
  }
}

package io.pushsim.check.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.template.Templates.Read;
import org.junit.jupiter.api.Test;

/** Templates that would take for ever, or all memory, if nothing stopped them. */
class HostileTemplatesTest {

  @Test
  void doublingNamesEndWhereThereAreTooManyCharacters() {
    StringBuilder text = new StringBuilder("Resources:\n");
    for (int i = 0; i < 60; i++) {
      text.append("  B%d: { Type: AWS::S3::Bucket, Properties: ".formatted(i))
          .append("{ BucketName: !Sub \"${B%d}${B%d}\" } }\n".formatted(i + 1, i + 1));
    }
    text.append("  B60: { Type: AWS::S3::Bucket, Properties: { BucketName: xxxxxxxxxx } }\n");

    Read read = Templates.read(text.toString());

    assertThat(read.told())
        .singleElement()
        .asString()
        .contains("the template unfolds to more than 16000000 characters");
  }

  @Test
  void doublingVariablesEndToo() {
    String inner = "aaaaaaaaaa";
    for (int i = 0; i < 30; i++) {
      inner = "!Sub [\"${v}${v}\", { v: " + inner + " }]";
    }

    Read read =
        Templates.read(
            "Resources: { B: { Type: AWS::S3::Bucket, Properties: { BucketName: "
                + inner
                + " } } }");

    assertThat(read.told()).singleElement().asString().contains("more than 16000000 characters");
  }

  @Test
  void branchesOfUnknownConditionsEndWhereThereAreTooManySteps() {
    StringBuilder text = new StringBuilder("Parameters:\n");
    for (int i = 0; i < 40; i++) {
      text.append("  P%d: { Type: String }\n".formatted(i));
    }
    text.append("Conditions:\n");
    for (int i = 0; i < 40; i++) {
      text.append("  C%d: !Equals [!Ref P%d, a]\n".formatted(i, i));
    }
    text.append("Resources:\n");
    for (int i = 0; i < 40; i++) {
      text.append("  B%d: { Type: AWS::S3::Bucket, Properties: ".formatted(i))
          .append(
              "{ BucketName: !If [C%d, !Sub \"${B%d}x\", !Sub \"${B%d}y\"] } }\n"
                  .formatted(i, i + 1, i + 1));
    }
    text.append("  B40: { Type: AWS::S3::Bucket }\n");

    Read read = Templates.read(text.toString());

    assertThat(read.told()).singleElement().asString().contains("more than");
  }

  @Test
  void tenThousandLevelsOfConditionsAndNamesEndAtTheBoundOfDepth() {
    StringBuilder text = new StringBuilder("Conditions:\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("  C%d: !Not [!Condition C%d]\n".formatted(i, i + 1));
    }
    text.append(
        "  C10000: !Equals [a, a]\nResources:\n  B: { Type: AWS::S3::Bucket, Condition: C0 }\n");

    assertThat(Templates.read(text.toString()).told())
        .singleElement()
        .asString()
        .contains("expressions lead to each other more than 100 deep");

    StringBuilder names = new StringBuilder("Resources:\n");
    for (int i = 0; i < 10_000; i++) {
      names.append(
          "  B%d: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref B%d } }\n"
              .formatted(i, i + 1));
    }
    assertThat(Templates.read(names + "  B10000: { Type: AWS::S3::Bucket }\n").told())
        .singleElement()
        .asString()
        .contains("expressions lead to each other more than 100 deep");
  }

  @Test
  void aLongChainOfDependenciesIsFollowedToItsEnd() {
    StringBuilder text = new StringBuilder("Resources:\n");
    for (int i = 0; i < 10_000; i++) {
      text.append(
          "  B%d: { Type: AWS::S3::Bucket, DependsOn: B%d }\n".formatted(i, (i + 1) % 10_000));
    }

    Read read = Templates.read(text.toString());

    assertThat(read.setUp().buckets()).hasSize(10_000);
    assertThat(read.told())
        .singleElement()
        .asString()
        .startsWith("stack.yaml:2:3: resources depend on each other in a circle");
  }

  @Test
  void thousandsOfSlipsAreAllTold() {
    StringBuilder text = new StringBuilder("Resources:\n");
    for (int i = 0; i < 3_000; i++) {
      text.append(
          "  B%d: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Missing%d } }\n"
              .formatted(i, i));
    }

    assertThat(Templates.read(text.toString()).problems()).hasSize(3_000);
  }
}

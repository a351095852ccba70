package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pushsim check} of a bad input: what is wrong with it hides no finding of the others. */
class CheckBadInputAcceptanceTest {
  private static final String BROKEN = "src/test/resources/check/broken/";

  @TempDir private Path folder;

  private static Cli check(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check"));
    all.addAll(List.of(arguments));
    return Cli.run(all.toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private void expectToldBesideTheOthers(String bad, String message) {
    Cli run = check(bad, BROKEN + "sam.yaml");

    assertThat(run.err()).contains(message).doesNotContain("Exception in", "at io.pushsim");
    assertThat(run.out()).contains("[target-without-grant]", "parts of the inputs were left out");
    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          half.json    | {"Buckets": [{"Name": "b"}                                   | half.json:1:
          half.yaml    | Resources: [a, {                                             | half.yaml:1:
          empty.json   | ''                                                           | empty.json:1:1: is empty
          list.json    | []                                                           | list.json: is none of the inputs that are read
          twice.yaml   | {Resources: {A: {Type: AWS::S3::Bucket}, A: 1}}              | twice.yaml:1:42: duplicate key "A"
          plan.json    | {"format_version": "9.0", "planned_values": {}}              | plan.json:1:20: format_version is '9.0', of which pushsim knows 0.x and 1.x
          foo.yaml     | {Resources: {A: {Type: AWS::S3::Bucket, Properties: {BucketName: !Foo b}}}} | foo.yaml:1:66: CloudFormation has no function !Foo
          circle.yaml  | {Resources: {A: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref A}}}} | a cyclic reference: A → A
          f.PROD.json  | {"Policy": "no json", "RevisionId": "1"}                     | f.PROD.json:1:12: the policy's text is no JSON
          types.yaml   | {Resources: {A: {Type: AWS::S3::Bucket, Properties: [1]}}}   | types.yaml:1:53: Properties of A is no mapping
          """)
  void isToldWithItsPlace(String name, String text, String message) throws IOException {
    expectToldBesideTheOthers(file(name, text), message);
  }

  @Test
  void isToldAsMissing() {
    expectToldBesideTheOthers(
        folder.resolve("nowhere.yaml").toString(), "nowhere.yaml: there is no such file or folder");
  }

  @Test
  void isToldAsAFolderWithoutInputs() {
    expectToldBesideTheOthers(folder.toString(), "there is no input in this folder");
  }

  @Test
  void isToldAsBinary() throws IOException {
    Path junk = folder.resolve("junk.json");
    Files.write(junk, new byte[] {0, 1, (byte) 0xff, (byte) 0xfe, 'x'});

    expectToldBesideTheOthers(junk.toString(), "junk.json: is not UTF-8 text: byte 3 is 0xFF");
  }

  @Test
  void isToldAsNoUtf8() throws IOException {
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "Resources: { Größe: 1 }".getBytes(StandardCharsets.ISO_8859_1));

    expectToldBesideTheOthers(latin.toString(), "latin.yaml: is not UTF-8 text");
  }

  @Test
  void isToldAsTooDeep() throws IOException {
    String json = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    String yaml = "Resources: " + "[".repeat(50_000) + "]".repeat(50_000);

    expectToldBesideTheOthers(file("deep.json", json), "nest more than 200 deep");
    expectToldBesideTheOthers(file("deep.yaml", yaml), "nest more than 200 deep");
  }

  @Test
  void isToldAsTooLarge_whenItHas100Megabytes() throws IOException {
    Path sparse = folder.resolve("sparse.json");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(100_000_000);
    }

    expectToldBesideTheOthers(sparse.toString(), "sparse.json: has 100.0 MB; ");
  }

  @Test
  void isToldAsContradictory_whenABucketHasTwoConfigurations() throws IOException {
    Files.writeString(
        folder.resolve("list-buckets.json"), "{\"Buckets\":[{\"Name\":\"b-photos\"}]}");
    Files.createDirectory(folder.resolve("one"));
    Files.createDirectory(folder.resolve("two"));
    file("one/b-photos.json", configuration("PROD"));
    file("two/b-photos.json", configuration("BETA"));

    Cli run = check(folder.toString());

    assertThat(run.err())
        .contains("the notification configuration of b-photos stands otherwise in ")
        .contains("S3 keeps one only; give one of the two");
    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
  }

  private static String configuration(String alias) {
    return """
        {"LambdaFunctionConfigurations":[{"Id":"x","Events":["s3:ObjectCreated:*"],
         "LambdaFunctionArn":"arn:aws:lambda:us-west-2:111111111111:function:f:%s"}]}
        """
        .formatted(alias);
  }

  /** Java's numbers end before Lambda's do. */
  @Test
  void isNoFailure_whenAVersionHasMoreDigitsThanANumber() throws IOException {
    String arn = "arn:aws:lambda:us-west-2:111111111111:function:f";
    file("list-buckets.json", "{\"Buckets\":[{\"Name\":\"b-photos\"}]}");
    file("b-photos.json", configuration("BETA"));
    file(
        "versions.json",
        "{\"Versions\":[{\"FunctionName\":\"f\",\"FunctionArn\":\"%s:99999999999999999999\",\"Version\":\"99999999999999999999\"}]}"
            .formatted(arn));
    file(
        "aliases.json",
        "{\"Aliases\":[{\"AliasArn\":\"%s:PROD\",\"Name\":\"PROD\",\"FunctionVersion\":\"99999999999999999999\"}]}"
            .formatted(arn));

    Cli run = check(folder.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("[missing-target]", "--function-version 99999999999999999999");
  }
}

package io.pushsim.check.saved;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose answers are that do not say it: by an index, by a file's name, or not known. */
class OwnersTest extends SavedFiles {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "examplebucket.json",
        "notifications/examplebucket.json",
        "examplebucket-notification.json",
        "examplebucket.notification.json",
        "get-bucket-notification-configuration-examplebucket.json",
        "get_bucket_notification_configuration_examplebucket.json",
        "examplebucket/notification.json",
        "examplebucket/s3/get-bucket-notification-configuration.json",
        "prod_examplebucket.json",
      })
  void findsABucketByTheNameOfItsFileOrFolder(String name) throws IOException {
    save("list-buckets.json", buckets("examplebucket", "other"));
    save(name, RULE);
    SetUp setUp = read();

    assertThat(problems()).isEmpty();
    assertThat(setUp.rules())
        .extracting(DeclaredRule::bucket)
        .containsExactly(Text.of("examplebucket"));
  }

  @Test
  void takesTheLongestNameOfABucket() throws IOException {
    save("list-buckets.json", buckets("examplebucket", "examplebucket-logs", "config"));
    save("examplebucket-logs-config.json", RULE);

    assertThat(read().rules())
        .extracting(DeclaredRule::bucket)
        .containsExactly(Text.of("examplebucket-logs"));
  }

  @Test
  void takesTheNamesThatPoliciesTell() throws IOException {
    save("policy.json", policy(statement(ARN + "helloworld:PROD")));
    save("examplebucket.json", RULE);

    assertThat(read().rules()).hasSize(1);
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notification.json",
        "examplebucket-logs.json",
        "my-examplebucket.json",
        "prod.json",
        "examplebucketnotification.json"
      })
  void asksForTheBucketWhereTheNameLeavesItOpen(String name) throws IOException {
    save("list-buckets.json", buckets("examplebucket"));
    save(name, RULE);
    SetUp setUp = read();

    assertThat(setUp.rules()).isEmpty();
    assertThat(problems())
        .containsExactly(
            name
                + ":1:1: the answer of get-bucket-notification-configuration does not say of which bucket it is, and its file's name has none of the known buckets' names alone: call the file get-bucket-notification-configuration-examplebucket.json, beside list-buckets' answer, or add an index.yaml with \"files: {"
                + name
                + ": {Bucket: examplebucket}}\"");
  }

  @Test
  void picksNoneOfTwoBuckets() throws IOException {
    save("list-buckets.json", buckets("first", "second"));
    save("first_second.json", RULE);
    SetUp setUp = read();

    assertThat(setUp.rules()).isEmpty();
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("its file's name has several buckets' names: first, second");
  }

  @ParameterizedTest
  @CsvSource({
    "helloworld.PROD.policy.json, helloworld:PROD",
    "get-policy-helloworld.PROD.json, helloworld:PROD",
    "helloworld-PROD.json, helloworld:PROD",
    "helloworld.json, helloworld",
    "policies/helloworld/BETA.json, helloworld:BETA",
  })
  void findsAPolicysTargetByItsFilesName(String name, String target) throws IOException {
    save("aliases.json", ALIASES);
    save(name, policy(statement(ARN + "helloworld:*")));
    SetUp setUp = read();

    assertThat(problems()).isEmpty();
    assertThat(setUp.policies())
        .extracting(DeclaredPolicy::target)
        .containsExactly(Text.of(ARN + target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"helloworld.STAGE.json", "policy.json", "other.json"})
  void asksForAPolicysTargetWhereTheNameLeavesItOpen(String name) throws IOException {
    save("aliases.json", ALIASES);
    save(name, policy(statement(ARN + "helloworld:*")));
    SetUp setUp = read();

    assertThat(setUp.policies()).isEmpty();
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith(
            name + ":1:1: the policy does not say of which function, version or alias it is")
        .contains("{FunctionName: helloworld, Qualifier: PROD}");
  }

  @Test
  void readsAnIndex() throws IOException {
    save(
        "index.yaml",
        """
        account: "333333333333"
        region: eu-west-1
        buckets:
          examplebucket: {owner: "444444444444", region: us-west-2}
        files:
          one.json: {Bucket: examplebucket}
          sub/two.json: {Bucket: elsewhere}
          policy.json: {FunctionName: helloworld, Qualifier: PROD}
        """);
    save("one.json", RULE);
    save("sub/two.json", RULE);
    save("policy.json", policy(statement("*")));
    SetUp setUp = read();

    assertThat(problems()).isEmpty();
    assertThat(setUp.rules())
        .extracting(DeclaredRule::bucket)
        .containsExactly(Text.of("examplebucket"), Text.of("elsewhere"));
    assertThat(setUp.buckets())
        .extracting(bucket -> bucket.name() + " " + bucket.owner() + " " + bucket.region())
        .containsExactly(
            "examplebucket 444444444444 us-west-2", "elsewhere 333333333333 eu-west-1");
    assertThat(setUp.policies())
        .extracting(DeclaredPolicy::target)
        .containsExactly(Text.of(ARN + "helloworld:PROD"));
  }

  @Test
  void composesTheTargetOfAnIndexWhereNoAnswerNamesIt() throws IOException {
    String files = "files:\n  policy.json: {FunctionName: helloworld, Qualifier: PROD}\n";
    save("index.yaml", "account: \"333333333333\"\nregion: eu-west-1\n" + files);
    save("policy.json", policy(statement("*")));

    assertThat(read().policies())
        .extracting(DeclaredPolicy::target)
        .containsExactly(Text.of("arn:aws:lambda:eu-west-1:333333333333:function:helloworld:PROD"));
  }

  @Test
  void asksForTheAccountOfAFunctionThatOnlyAnIndexNames() throws IOException {
    save("index.yaml", "files:\n  policy.json: {FunctionName: helloworld, Qualifier: PROD}\n");
    save("policy.json", policy(statement("*")));
    read();

    assertThat(problems())
        .containsExactly(
            "policy.json:1:1: the index calls the function 'helloworld', of which account and region are not known: write its ARN, or account and region, in index.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acount: x | 3:1: 'acount' is no key of an index: did you mean 'account'?",
        "zzz: x | 3:1: 'zzz' is no key of an index: it may have account, region, buckets, files",
        "account: 1234 | 3:10: account is '1234', which is no account id: write its 12 digits, in quotes",
        "region: here | 3:9: region is 'here', which is no AWS region: write one like us-west-2",
        "buckets: {b: {ownr: x}} | 3:15: 'ownr' is no key of a bucket of an index: did you mean 'owner'?",
        "buckets: {b: x} | 3:14: b is no mapping: write one with owner or region",
        "buckets: [] | 3:10: buckets is no mapping: write one, with a name as each key",
      })
  void isStrictAboutAnIndex(String line, String problem) throws IOException {
    save("one.json", RULE);
    save("index.yaml", "files:\n  one.json: {Bucket: b}\n" + line + "\n");
    read();

    assertThat(problems()).containsExactly("index.yaml:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one.json: {Bukket: b, FunctionName: f} | 3:14: 'Bukket' is no key of a file of an index: did you mean 'Bucket'?",
        "one.json: {Bucket: b, FunctionName: f} | 3:13: one.json has both Bucket and FunctionName: write the one whose answer the file holds",
        "one.json: {Qualifier: PROD} | 3:13: one.json has neither Bucket nor FunctionName: write the one whose answer the file holds",
        "one.json: {Bucket: b, Qualifier: PROD} | 3:13: one.json has a Qualifier, which no bucket has: leave it out",
        "one.json: [] | 3:13: one.json is no mapping: write one with Bucket or FunctionName or Qualifier",
        "gone.json: {Bucket: b} | 3:14: there is no file 'gone.json': write its path, from the index file's folder",
        "./two.json: {Bucket: c} | 3:15: ./two.json is in index.yaml:2:13 already: say it once",
      })
  void isStrictAboutAFileOfAnIndex(String line, String problem) throws IOException {
    save("one.json", RULE);
    save("two.json", "{}");
    save("index.yaml", "files:\n  two.json: {Bucket: b}\n  " + line + "\n");
    read();

    assertThat(problems()).contains("index.yaml:" + problem);
  }
}

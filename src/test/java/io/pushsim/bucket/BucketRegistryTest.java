package io.pushsim.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.bucket.BucketChange.BucketCreated;
import io.pushsim.bucket.BucketChange.BucketDeleted;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.time.Ids;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketRegistryTest {
  private static final String OWNER = "111111111111";
  private static final String OTHER = "222222222222";
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  private final BucketRegistry registry = new BucketRegistry();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "examplebucket",
        "my.bucket-1",
        "1.2.3.4.5",
        "0bucket9",
        "a.b.c.d",
        "1.2.3"
      })
  void createsABucket_whenTheNameKeepsTheRules(String name) {
    assertThat(registry.decideCreate(name, OWNER, "us-west-2", NOW))
        .contains(
            new BucketCreated(name, OWNER, "us-west-2", Instant.parse("2026-01-02T03:04:05Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ab",
        "Bucket",
        "my_bucket",
        "-bucket",
        "bucket-",
        ".bucket",
        "bucket.",
        "my..bucket",
        "192.168.5.4",
        "xn--bucket",
        "sthree-bucket",
        "amzn-s3-demo-bucket",
        "bucket-s3alias",
        "bucket--ol-s3",
        "bucket.mrap",
        "bucket--x-s3",
        "bucket--table-s3",
        "bücket",
        "bucket\n",
        "a23456789012345678901234567890123456789012345678901234567890abcd"
      })
  void refusesABucket_whenTheNameBreaksARule(String name) {
    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class, () -> registry.decideCreate(name, OWNER, "us-west-2", NOW));

    assertThat(refusal.code()).isEqualTo(ErrorCode.S3_INVALID_BUCKET_NAME);
    assertThat(refusal).hasMessage("The specified bucket is not valid.");
    assertThat(refusal.details()).isEqualTo(Map.of("BucketName", name));
  }

  @Test
  void changesNothing_whenOnlyDecided() {
    assertThat(registry.decideCreate("examplebucket", OWNER, "us-west-2", NOW)).isPresent();

    assertThat(registry.find("examplebucket")).isEmpty();
  }

  @Test
  void refusesABucket_whenAnotherAccountHasTheName() {
    create("examplebucket", OWNER, "us-west-2");

    assertThatThrownBy(() -> registry.decideCreate("examplebucket", OTHER, "eu-west-1", NOW))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.S3_BUCKET_ALREADY_EXISTS);
              assertThat(refusal.details()).containsEntry("BucketName", "examplebucket");
            })
        .hasMessageStartingWith("The requested bucket name is not available.");
  }

  @Test
  void refusesABucket_whenTheCallerHasItAlready() {
    create("examplebucket", OWNER, "us-west-2");

    assertThatThrownBy(() -> registry.decideCreate("examplebucket", OWNER, "us-west-2", NOW))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            refusal ->
                assertThat(refusal.code()).isEqualTo(ErrorCode.S3_BUCKET_ALREADY_OWNED_BY_YOU))
        .hasMessage(
            "Your previous request to create the named bucket succeeded and you already own it.");
  }

  @Test
  void changesNothing_whenTheCallerHasTheBucketInNorthVirginia() {
    create("examplebucket", OWNER, "us-east-1");

    assertThat(registry.decideCreate("examplebucket", OWNER, "us-east-1", NOW)).isEmpty();
    assertThatThrownBy(() -> registry.decideCreate("examplebucket", OWNER, "us-west-2", NOW))
        .hasMessageStartingWith("Your previous request");
  }

  @Test
  void forgetsTheConfiguration_whenABucketIsMadeAnewByAnotherAccount() {
    create("examplebucket", OWNER, "us-west-2");
    registry.apply(
        registry.decideNotificationConfiguration(
            "examplebucket",
            Drafts.of(Drafts.function("x", "s3:ObjectCreated:*")),
            DestinationCheck.SKIPPED,
            Ids.random()));
    assertThat(configurationOf("examplebucket").targets()).hasSize(1);

    registry.apply(registry.decideDelete("examplebucket"));
    assertThat(registry.find("examplebucket")).isEmpty();
    create("examplebucket", OTHER, "us-west-2");

    assertThat(registry.require("examplebucket").ownerAccount()).isEqualTo(OTHER);
    assertThat(configurationOf("examplebucket")).isEqualTo(NotificationConfiguration.EMPTY);
  }

  @Test
  void replacesTheWholeConfiguration_whenPutAgain() {
    create("examplebucket", OWNER, "us-west-2");
    put(Drafts.of(Drafts.function("old", "s3:ObjectCreated:*")));

    put(Drafts.of(Drafts.function("new", "s3:ObjectRemoved:*")));
    assertThat(configurationOf("examplebucket").targets())
        .extracting(TargetConfiguration::id)
        .containsExactly("new");

    put(Drafts.of());
    assertThat(configurationOf("examplebucket")).isEqualTo(NotificationConfiguration.EMPTY);
  }

  @Test
  void answersNoSuchBucket_whenThereIsNone() {
    assertThatThrownBy(() -> registry.decideDelete("nowhere"))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.S3_NO_SUCH_BUCKET);
              assertThat(refusal.details()).isEqualTo(Map.of("BucketName", "nowhere"));
            })
        .hasMessage("The specified bucket does not exist");
    assertThatThrownBy(
            () ->
                registry.decideNotificationConfiguration(
                    "nowhere", Drafts.of(), DestinationCheck.SKIPPED, Ids.random()))
        .hasMessage("The specified bucket does not exist");
  }

  @Test
  void refusesAChange_whenItsBucketIsNotThere() {
    assertThatThrownBy(() -> registry.apply(new BucketDeleted("nowhere")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void listsAnAccountsBucketsByName() {
    create("second", OWNER, "us-west-2");
    create("first", OWNER, "us-east-1");
    create("third", OTHER, "us-east-1");

    assertThat(registry.ownedBy(OWNER)).extracting(Bucket::name).containsExactly("first", "second");
  }

  @Test
  void namesTheBucketByItsPartition_whenInChina() {
    create("examplebucket", OWNER, "cn-north-1");

    assertThat(registry.require("examplebucket").arn())
        .hasToString("arn:aws-cn:s3:::examplebucket");
  }

  @Test
  void namesTheOwnerAlikeInAllItsBuckets() {
    create("first", OWNER, "us-west-2");
    create("second", OWNER, "us-east-1");
    create("third", OTHER, "us-east-1");

    String owner = registry.require("first").ownerPrincipalId();
    assertThat(owner).matches("A[0-9A-Z]{13}");
    assertThat(registry.require("second").ownerPrincipalId()).isEqualTo(owner);
    assertThat(registry.require("third").ownerPrincipalId()).isNotEqualTo(owner);
  }

  private void create(String name, String owner, String region) {
    registry.apply(registry.decideCreate(name, owner, region, NOW).orElseThrow());
  }

  private void put(NotificationConfigurationDraft draft) {
    registry.apply(
        registry.decideNotificationConfiguration(
            "examplebucket", draft, DestinationCheck.SKIPPED, Ids.random()));
  }

  private NotificationConfiguration configurationOf(String name) {
    return registry.require(name).notificationConfiguration();
  }
}

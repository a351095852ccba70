package io.pushsim.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

  /** The names of S3's API model (botocore 1.43.11, {@code Event}). */
  @Test
  void knowsExactlyTheNamesOfTheApiModel() {
    assertThat(EventType.configurationNames())
        .containsExactly(
            "s3:IntelligentTiering",
            "s3:LifecycleExpiration:*",
            "s3:LifecycleExpiration:Delete",
            "s3:LifecycleExpiration:DeleteMarkerCreated",
            "s3:LifecycleTransition",
            "s3:ObjectAcl:Put",
            "s3:ObjectCreated:*",
            "s3:ObjectCreated:CompleteMultipartUpload",
            "s3:ObjectCreated:Copy",
            "s3:ObjectCreated:Post",
            "s3:ObjectCreated:Put",
            "s3:ObjectRemoved:*",
            "s3:ObjectRemoved:Delete",
            "s3:ObjectRemoved:DeleteMarkerCreated",
            "s3:ObjectRestore:*",
            "s3:ObjectRestore:Completed",
            "s3:ObjectRestore:Delete",
            "s3:ObjectRestore:Post",
            "s3:ObjectTagging:*",
            "s3:ObjectTagging:Delete",
            "s3:ObjectTagging:Put",
            "s3:ReducedRedundancyLostObject",
            "s3:Replication:*",
            "s3:Replication:OperationFailedReplication",
            "s3:Replication:OperationMissedThreshold",
            "s3:Replication:OperationNotTracked",
            "s3:Replication:OperationReplicatedAfterThreshold");
  }

  @ParameterizedTest
  @EnumSource
  void isParsedFromBothOfItsNames(EventType type) {
    assertThat(EventType.parse(type.recordName())).contains(type);
    assertThat(EventType.parse(type.configurationName())).contains(type);
    assertThat(EventType.selectedBy(type.configurationName())).containsExactly(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3:", "ObjectCreated:*", "s3:s3:ObjectCreated:Put", "s3:TestEvent"})
  void isNotParsed_whenNoRecordCanHaveTheName(String name) {
    assertThat(EventType.parse(name)).isEmpty();
  }

  @Test
  void selectsAFamily_whenNamedWithAnAsterisk() {
    assertThat(EventType.selectedBy("s3:ObjectRemoved:*"))
        .containsExactly(
            EventType.OBJECT_REMOVED_DELETE, EventType.OBJECT_REMOVED_DELETE_MARKER_CREATED);
  }

  @Test
  void refusesASelection_whenANameIsUnknown() {
    assertThatThrownBy(() -> new EventSelection(List.of("s3:ObjectCreated:*", "s3:Foo")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'s3:Foo' is no event of S3");
  }
}

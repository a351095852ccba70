package io.pushsim.eventsource.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What pushsim itself writes for functions is an object like others, and told of. */
class OwnWritesTest {
  private static final String KEY = "aws/lambda/async/fn/2026/01/02/2026-01-02T03.04.05-1 & 2";
  private static final String WRITER = "AWS:AROAPUSHSIMSIMULATED:fn";

  private final EmbeddedWorld world = new EmbeddedWorld(ObjectFiles.inMemory(1 << 20));
  private final List<ObjectEvent> told = new ArrayList<>();

  private void write(String bucket, Function<ObjectEvent, CompletionStage<Void>> accept) {
    world.s3.write(bucket, KEY, "{}".getBytes(StandardCharsets.UTF_8), WRITER, accept);
  }

  private CompletionStage<Void> take(ObjectEvent event) {
    told.add(event);
    return CompletableFuture.completedFuture(null);
  }

  @Test
  void liesInTheBucket() throws IOException {
    write("apples", this::take);

    try (InputStream content = world.s3.open("apples", KEY, Optional.empty())) {
      assertThat(content).hasContent("{}");
    }
  }

  @Test
  void isToldOfToWhoeverAsked_withItsWriter() {
    write("apples", this::take);

    assertThat(world.events).isEmpty();
    assertThat(told).hasSize(1);
    ObjectEvent event = told.get(0);
    assertThat(event.type()).isEqualTo(EventType.OBJECT_CREATED_PUT);
    assertThat(event.bucketName()).isEqualTo("apples");
    assertThat(event.object().key()).isEqualTo(KEY);
    assertThat(event.object().size()).contains(2L);
    assertThat(event.request().principalId()).isEqualTo(WRITER);
  }

  @Test
  void isWrittenIntoAnybodysBucket() {
    write("pears", this::take);

    assertThat(told).extracting(ObjectEvent::bucketName).containsExactly("pears");
  }

  @Test
  void isRefused_whereThereIsNoBucket() {
    assertThatThrownBy(() -> write("plums", this::take))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("bucket does not exist");
    assertThat(told).isEmpty();
  }

  @Test
  void fails_whenItsEventCannotBeMadeDurable() {
    assertThatThrownBy(
            () ->
                write(
                    "apples",
                    event -> CompletableFuture.failedFuture(new IOException("disk full"))))
        .isInstanceOf(ObjectRefusal.class)
        .hasMessageContaining("cannot be made durable");
  }
}

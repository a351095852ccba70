package io.pushsim.api.front;

import io.pushsim.api.access.Admission;
import io.pushsim.api.access.FlowingPayload;
import io.pushsim.api.http.BodyReader;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.WireService;
import io.pushsim.api.s3.ObjectRequest;
import io.pushsim.api.s3.S3Answers;
import io.pushsim.eventsource.embedded.EmbeddedS3;
import io.pushsim.eventsource.embedded.ObjectRefusal;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One request about objects, on its way through the S3 within pushsim. */
final class EmbeddedFrontTask implements WireService.StreamedTask {
  private static final String FORM = "PostObject";

  private final ObjectRequest asked;
  private final Supplier<EmbeddedS3> objects;
  private final Consumer<String> buckets;
  private final Executor threads;

  EmbeddedFrontTask(
      ObjectRequest asked,
      Supplier<EmbeddedS3> objects,
      Consumer<String> buckets,
      Executor threads) {
    this.asked = asked;
    this.objects = objects;
    this.buckets = buckets;
    this.threads = threads;
  }

  @Override
  public String operation() {
    return asked.operation();
  }

  @Override
  public void carryOut(Admission admission) {
    FlowingPayload payload = new FlowingPayload();
    // Who sends a form is known when its fields have come.
    if (!operation().equals(FORM) || admission.caller().isSigned()) {
      admission.verify(payload);
    }
    // Told at once: no thread is needed for it, and nothing of the body.
    buckets.accept(asked.bucket().orElseThrow());
    Exchange exchange = asked.exchange();
    Context context = Objects.requireNonNull(Vertx.currentContext(), "an event loop's context");
    EmbeddedFrontBody body = new EmbeddedFrontBody(exchange.request(), context, payload);
    EmbeddedFrontAnswer answer = new EmbeddedFrontAnswer(exchange.request(), context);
    body.holdBack();
    try {
      threads.execute(() -> serve(admission, body, answer, context));
    } catch (RejectedExecutionException full) {
      exchange.request().resume();
      throw asked.service().tooBusy();
    }
  }

  private void serve(
      Admission admission, EmbeddedFrontBody body, EmbeddedFrontAnswer answer, Context context) {
    try {
      objects.get().serve(EmbeddedFrontCall.of(asked, admission), body, answer);
      context.runOnContext(onLoop -> body.letGo());
    } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError failure) {
      context.runOnContext(onLoop -> refuse(failure, body, answer));
    }
  }

  private void refuse(Throwable failure, EmbeddedFrontBody body, EmbeddedFrontAnswer answer) {
    Optional<Throwable> broken = body.failure();
    HttpServerRequest request = asked.exchange().request();
    if (answer.hasBegun() || request.response().closed()) {
      // Half an answer must not look like a whole one.
      request.connection().close();
    } else if (broken.isPresent()) {
      BodyReader.refusal(asked.service(), broken.get()).ifPresent(asked::refuse);
    } else {
      BodyReader.skip(request).onComplete(skipped -> answer(failure));
      request.resume();
    }
  }

  private void answer(Throwable failure) {
    if (failure instanceof ObjectRefusal refusal) {
      asked
          .exchange()
          .answer(
              new S3Answers(asked.exchange())
                  .of(
                      refusal.status(),
                      refusal.code(),
                      message(refusal),
                      refusal.details(),
                      refusal.headers()));
    } else {
      asked.refuse(failure);
    }
  }

  private String message(ObjectRefusal refusal) {
    return refusal.code().equals(ObjectRefusal.NOT_IMPLEMENTED)
        ? "%s: %s".formatted(operation(), refusal.message())
        : refusal.message();
  }
}

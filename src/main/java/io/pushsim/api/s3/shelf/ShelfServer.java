package io.pushsim.api.s3.shelf;

import io.pushsim.api.http.BodyLimit;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.StagedTask;
import io.pushsim.api.http.WireService;
import io.pushsim.api.s3.ObjectRequest;
import io.pushsim.api.s3.ObjectServer;
import io.pushsim.api.s3.S3Answers;
import io.pushsim.eventsource.embedded.ObjectRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Carries out S3's requests about objects on an {@link ObjectShelf}: those that functions make. */
public final class ShelfServer implements ObjectServer {
  private static final long LARGEST = 256L << 20;

  private final ObjectShelf shelf;
  private final Map<String, Work> operations;

  private interface Work {
    CompletionStage<Exchange.Answer> of(ShelfRequest request, byte[] body);
  }

  /** A server of the objects on the shelf. */
  public ShelfServer(ObjectShelf shelf) {
    this.shelf = shelf;
    ShelfReading reading = new ShelfReading(shelf);
    ShelfWriting writing = new ShelfWriting(shelf);
    ShelfListing listing = new ShelfListing(shelf);
    operations =
        Map.of(
            "GetObject", (request, body) -> done(reading.get(request)),
            "HeadObject", (request, body) -> done(reading.head(request)),
            "ListObjects", (request, body) -> done(listing.first(request)),
            "ListObjectsV2", (request, body) -> done(listing.second(request)),
            "PutObject", writing::put,
            "CopyObject", (request, body) -> writing.copy(request),
            "DeleteObject", (request, body) -> writing.delete(request),
            "DeleteObjects", writing::deleteAll);
  }

  private static CompletionStage<Exchange.Answer> done(Exchange.Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }

  @Override
  public Optional<WireService.Task> task(ObjectRequest asked) {
    return Optional.ofNullable(operations.get(asked.operation()))
        .map(
            work ->
                new StagedTask(
                    asked.service(),
                    asked.exchange(),
                    asked.operation(),
                    BodyLimit.of(LARGEST),
                    body -> carryOut(work, asked, body)));
  }

  private CompletionStage<Exchange.Answer> carryOut(Work work, ObjectRequest asked, byte[] body) {
    ShelfRequest request = ShelfRequest.of(asked);
    shelf.require(request.bucket(), request.header("x-amz-expected-bucket-owner"));
    try {
      return work.of(request, body);
    } catch (ShelfRefusal refusal) {
      return done(refusal.answer(asked.exchange()));
    } catch (ObjectRefusal refusal) {
      return done(
          new S3Answers(asked.exchange())
              .of(
                  refusal.status(),
                  refusal.code(),
                  refusal.message(),
                  refusal.details(),
                  refusal.headers()));
    }
  }
}

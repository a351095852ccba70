package io.pushsim.api.http;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A task whose answer comes in a stage: what the stage fails with, its service words.
 *
 * @param work gets the request's body, once
 */
public record StagedTask(
    WireService service,
    Exchange exchange,
    String operation,
    BodyLimit bodyLimit,
    Function<byte[], CompletionStage<Exchange.Answer>> work)
    implements WireService.WholeTask {

  @Override
  public void carryOut(byte[] body) {
    work.apply(body)
        .whenComplete(
            (answer, failure) -> {
              if (failure == null) {
                exchange.answer(answer);
              } else {
                service.fail(exchange, failure);
              }
            });
  }
}

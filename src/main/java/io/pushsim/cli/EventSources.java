package io.pushsim.cli;

import io.pushsim.eventsource.listen.ListenedServer;
import java.util.Optional;

/**
 * What S3 servers tell, and how it is handed on.
 *
 * @param nativeEvents whether handlers get records as their servers wrote them, not as AWS would
 * @param listened the server whose listen streams are followed, beside what is posted to the
 *     webhook
 * @param chaos what goes wrong on the way
 */
public record EventSources(boolean nativeEvents, Optional<ListenedServer> listened, Chaos chaos) {
  /** The webhook alone, and AWS's records for handlers. */
  public static final EventSources OF_WEBHOOK =
      new EventSources(false, Optional.empty(), Chaos.NONE);

  /** The same sources, with this going wrong. */
  public EventSources with(Chaos other) {
    return new EventSources(nativeEvents, listened, other);
  }
}

package io.pushsim.journal;

import java.time.Instant;

/** What an event is found by. */
interface EventFacts extends FacetIndex.Numbered {
  Instant received();

  String bucketName();

  String key();

  EventAccount.Outcome outcome();

  /** All there is to tell of it. */
  EventAccount account();
}

package io.pushsim.journal;

import java.time.Instant;

/** What an event is found by. */
interface EventFacts {
  Instant received();

  String bucketName();

  String key();

  EventAccount.Outcome outcome();

  /** All there is to tell of it. */
  EventAccount account();
}

package io.pushsim.cli;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Entry;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.Sending;
import io.pushsim.runtime.InvocationResult;
import io.pushsim.time.IsoTime;
import java.time.Instant;
import java.util.Locale;

/** Tells people, in words for one line, what has come of a delivery. */
final class CourseNews {
  private static final int LONGEST = 500;

  private CourseNews() {}

  /** What an entry tells. */
  static String of(Entry.OfCourse entry) {
    if (entry instanceof Entry.DeliveryAttempted attempted) {
      return "attempt %d: %s; again at %s"
          .formatted(
              attempted.attempt().number(), words(attempted.attempt()), clock(attempted.due()));
    }
    if (entry instanceof Entry.DeliveryHeldBack held) {
      return "held back until %s: %s"
          .formatted(clock(held.heldBack().due()), words(held.heldBack().reason()));
    }
    return ended((Entry.DeliveryEnded) entry);
  }

  private static String ended(Entry.DeliveryEnded end) {
    StringBuilder line = new StringBuilder();
    for (Attempt attempt : end.attempts()) {
      if (attempt.number() > 1) {
        line.append("attempt ").append(attempt.number()).append(": ");
      }
      line.append(words(attempt));
    }
    if (end.attempts().isEmpty() || end.conclusion() != Conclusion.SUCCEEDED) {
      line.append(line.isEmpty() ? "" : "; ").append(words(end.conclusion()));
    }
    if (end.conclusion() != Conclusion.SUCCEEDED && end.sendings().isEmpty()) {
      line.append("; nobody is told");
    }
    end.sendings().forEach(sending -> line.append("; ").append(words(sending)));
    return line.toString();
  }

  private static String words(Conclusion conclusion) {
    return switch (conclusion) {
      case SUCCEEDED -> "succeeded";
      case RETRIES_EXHAUSTED -> "not tried again";
      case EVENT_AGE_EXCEEDED -> "not tried again, it would be too old by then";
      case ZERO_RESERVED_CONCURRENCY ->
          "the function is switched off by a reserved concurrency of 0";
      case RECURSION_DETECTED -> "stopped as a recursive loop";
      case TARGET_NOT_FOUND -> "there is no such function, version or alias any more";
    };
  }

  private static String words(HeldBack.Reason reason) {
    return switch (reason) {
      case RESERVED_CONCURRENCY -> "the function's reserved concurrency is used up";
      case ACCOUNT_CONCURRENCY -> "the account's concurrency is used up";
      case SCALING_RATE -> "the function would grow faster than Lambda lets it";
      case SYSTEM_ERROR -> "no execution environment could be started";
    };
  }

  private static String words(Attempt attempt) {
    InvocationResult result = attempt.report().result();
    return String.format(
        Locale.ROOT,
        "version %s %s %s, %.1f ms%s",
        attempt.executedVersion(),
        result.isError() ? "failed with" : "returned",
        shortened(result.payload()),
        attempt.report().duration().toNanos() / 1e6,
        attempt.report().coldStart() ? ", cold start" : "");
  }

  private static String words(Sending sending) {
    String where = place(sending) + " " + name(sending.target());
    return sending
        .failure()
        .map(failure -> "could not be sent to the %s: %s".formatted(where, failure))
        .orElseGet(() -> "sent to the " + where);
  }

  private static String place(Sending sending) {
    return switch (sending.kind()) {
      case DEAD_LETTER_QUEUE ->
          Arn.parse(sending.target()).filter(arn -> arn.service().equals("sns")).isPresent()
              ? "dead-letter topic"
              : "dead-letter queue";
      case ON_SUCCESS -> "on-success destination";
      case ON_FAILURE -> "on-failure destination";
    };
  }

  /** As people call it: a function with its qualifier, all else by the last part of its ARN. */
  private static String name(String target) {
    return FunctionArn.parse(target)
        .map(FunctionArn::shortName)
        .or(() -> Arn.parse(target).map(Arn::resource))
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .orElse(target);
  }

  /** The time of the day, to the second. */
  private static String clock(Instant time) {
    String whole = IsoTime.milliseconds(time);
    int start = whole.lastIndexOf('T') + 1;
    return whole.substring(start, start + "00:00:00".length()) + " UTC";
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}

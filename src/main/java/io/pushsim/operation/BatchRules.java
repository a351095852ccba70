package io.pushsim.operation;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What batches have in common: their limits, and that each entry succeeds or fails by itself. */
final class BatchRules {
  private static final int MOST_ENTRIES = 10;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private BatchRules() {}

  /** One entry of a batch. */
  interface Entry {
    /** Its own within the batch. */
    String id();
  }

  /** An entry that came to nothing. */
  record Failed(String id, boolean senderFault, String code, Optional<String> message) {}

  /** A batch's answer; what there is none of is left out. */
  record Result<T>(Optional<List<T>> successful, Optional<List<Failed>> failed) {}

  /**
   * Refuses a batch that is none.
   *
   * @param entryName AWS's name of an entry
   * @throws SimulatorException EmptyBatchRequest, TooManyEntriesInBatchRequest,
   *     InvalidBatchEntryId, BatchEntryIdsNotDistinct
   */
  static void check(List<? extends Entry> entries, String entryName) {
    if (entries.isEmpty()) {
      throw new SimulatorException(
          ErrorCode.SQS_EMPTY_BATCH_REQUEST,
          "There should be at least one %s in the request.".formatted(entryName));
    }
    if (entries.size() > MOST_ENTRIES) {
      throw new SimulatorException(
          ErrorCode.SQS_TOO_MANY_ENTRIES,
          "Maximum number of entries per request are %d. You have sent %d."
              .formatted(MOST_ENTRIES, entries.size()));
    }
    Set<String> ids = new HashSet<>();
    for (Entry entry : entries) {
      if (!ID.matcher(entry.id()).matches()) {
        throw new SimulatorException(
            ErrorCode.SQS_INVALID_BATCH_ENTRY_ID,
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It"
                + " can be at most 80 letters long.");
      }
      if (!ids.add(entry.id())) {
        throw new SimulatorException(
            ErrorCode.SQS_BATCH_ENTRY_IDS_NOT_DISTINCT, "Id %s repeated.".formatted(entry.id()));
      }
    }
  }

  /** Takes each entry by itself; one that is refused fails, and the others go on. */
  static <E extends Entry, T> Result<T> each(List<E> entries, Function<E, T> take) {
    List<T> successful = new ArrayList<>();
    List<Failed> failed = new ArrayList<>();
    for (E entry : entries) {
      try {
        successful.add(take.apply(entry));
      } catch (SimulatorException refusal) {
        failed.add(
            new Failed(
                entry.id(),
                true,
                SqsErrorCodes.queryCode(refusal.code()),
                Optional.of(refusal.message())));
      }
    }
    return new Result<>(present(successful), present(failed));
  }

  private static <T> Optional<List<T>> present(List<T> items) {
    return Optional.of(items).filter(some -> !some.isEmpty());
  }
}

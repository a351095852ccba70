package io.pushsim.journal.disk;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.nio.file.Path;
import java.sql.SQLException;

/** What people are told of a disk that fails, and what to do about it. */
final class DiskFailures {
  private final Path directory;

  DiskFailures(DataDirectory directory) {
    this.directory = directory.path();
  }

  SimulatorException atOpening(SQLException failure) {
    return unreadable(ErrorCode.INVALID_INPUT, failure);
  }

  /** What was written cannot be read any more. */
  SimulatorException atReading(SQLException failure) {
    return unreadable(ErrorCode.SERVICE, failure);
  }

  private SimulatorException unreadable(ErrorCode code, SQLException failure) {
    String what =
        failure instanceof Database.ForeignContent || Database.isCorrupt(failure)
            ? "is damaged or foreign: %s; put a copy of the folder back, or move journal.db and its journal.db-wal away to begin anew"
                .formatted(failure.getMessage())
            : "cannot be read (%s); %s".formatted(failure.getMessage(), remedy(failure));
    return new SimulatorException(code, "The journal in '%s' %s.".formatted(directory, what));
  }

  /** What is answered while nothing can be written. */
  SimulatorException refusal(SQLException failure) {
    return new SimulatorException(
        ErrorCode.SERVICE_UNAVAILABLE,
        "pushsim cannot write its journal in '%s' (%s): events and changes are refused until it can; %s."
            .formatted(directory, failure.getMessage(), remedy(failure)));
  }

  private static String remedy(SQLException failure) {
    if (Database.isFull(failure)) {
      return "make room on that disk";
    }
    return Database.isCorrupt(failure)
        ? "stop pushsim and put a copy of the folder back"
        : "look after that disk and who may write to it";
  }

  SimulatorException closed() {
    return new SimulatorException(ErrorCode.SERVICE_UNAVAILABLE, "pushsim is ending.");
  }

  String over() {
    return "pushsim writes its journal in '%s' again.".formatted(directory);
  }

  String whileClosing(SQLException failure) {
    return "The journal in '%s' could not be closed properly (%s)."
        .formatted(directory, failure.getMessage());
  }

  String lost(int entries) {
    return "%d entries could not be written to the journal in '%s': what they tell of is done again at the next start, changes are lost."
        .formatted(entries, directory);
  }
}

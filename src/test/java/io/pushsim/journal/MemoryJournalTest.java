package io.pushsim.journal;

import org.junit.jupiter.api.Nested;

/** A journal in memory does what every journal does. */
class MemoryJournalTest {

  private static final class InMemory implements JournalBench.Opener {
    @Override
    public Journal open(int most, long mostBytes) {
      return new MemoryJournal(most, mostBytes);
    }

    @Override
    public boolean lasts() {
      return false;
    }
  }

  @Nested
  class All extends JournalContract {
    @Override
    protected Opener opener() {
      return new InMemory();
    }
  }

  @Nested
  class OfMessages extends MessagesContract {
    @Override
    protected Opener opener() {
      return new InMemory();
    }
  }

  @Nested
  class OfCourses extends CourseContract {
    @Override
    protected Opener opener() {
      return new InMemory();
    }
  }

  @Nested
  class OfSleepers extends SleepContract {
    @Override
    protected Opener opener() {
      return new InMemory();
    }
  }
}

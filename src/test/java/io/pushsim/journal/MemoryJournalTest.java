package io.pushsim.journal;

class MemoryJournalTest extends JournalContract {
  @Override
  protected Journal open(int most, long mostBytes) {
    return new MemoryJournal(most, mostBytes);
  }

  @Override
  protected boolean lasts() {
    return false;
  }
}

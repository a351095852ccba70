package io.pushsim.journal;

import java.util.Collection;
import java.util.Map;

/** Where a journal's entries can be read again. */
public interface Archive {
  /**
   * The entries of these numbers, as far as they are there still. May wait for a disk.
   *
   * @throws io.pushsim.error.SimulatorException where the disk cannot be read
   */
  Map<Long, Entry> read(Collection<Long> numbers);
}

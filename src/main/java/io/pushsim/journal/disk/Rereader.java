package io.pushsim.journal.disk;

import io.pushsim.journal.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Understands pages that were read again. Any thread may ask. */
final class Rereader {
  private final EntryFormat format = new EntryFormat();

  /**
   * The entries of the pages, by their numbers.
   *
   * @throws Database.ForeignContent where a page is not what was written
   */
  synchronized Map<Long, Entry> entries(List<byte[]> pages) throws Database.ForeignContent {
    Map<Long, Entry> entries = new HashMap<>();
    for (byte[] page : pages) {
      Lines.read(page, (number, json) -> entries.put(number, format.read(number, json)));
    }
    return entries;
  }
}

package io.pushsim.journal.disk;

import io.pushsim.journal.Entry;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Entries on the pages of a database. Used by one thread at a time. */
final class PageStore implements GroupCommit.Store {
  /** About the size of a page; a larger entry has one of its own. */
  private static final int PAGE_BYTES = 256 * 1024;

  private static final int SWEPT_AT_ONCE = 16;

  private final Database database;
  private final Ledger ledger;
  private final EntryFormat format = new EntryFormat();
  private final Deque<Pages.Sweeping> sweep = new ArrayDeque<>();

  PageStore(Database database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /**
   * Tells the ledger of all that is there.
   *
   * @throws Database.ForeignContent where something is not what was written
   */
  void load() throws SQLException {
    database.read(
        (id, page) -> {
          List<Ledger.Written> entries = new ArrayList<>();
          Lines.read(
              page,
              (number, json) ->
                  entries.add(
                      new Ledger.Written(
                          new Ledger.Entered(number, format.read(number, json), false),
                          json.length())));
          ledger.found(id, entries);
        });
  }

  /**
   * Hands over the entries that are of use, in order.
   *
   * @param ofStateOnly only those about the state
   */
  void read(boolean ofStateOnly, Consumer<Entry> reader) throws SQLException {
    database.read(
        (id, page) ->
            Lines.read(
                page,
                (number, json) -> {
                  if ((!ofStateOnly || format.isOfState(json)) && ledger.isKept(number)) {
                    reader.accept(format.read(number, json));
                  }
                }));
  }

  /** The pages of these entries, without others on them; entries that are gone are not there. */
  List<byte[]> pages(Set<Long> numbers) throws SQLException {
    List<byte[]> pages = new ArrayList<>();
    for (long id : ledger.pages(numbers)) {
      pages.add(Lines.only(database.page(id), numbers::contains));
    }
    return pages;
  }

  @Override
  public void write(List<Ledger.Entered> entries) throws SQLException {
    Map<Long, List<Ledger.Written>> pages = new LinkedHashMap<>();
    List<Long> skipped = new ArrayList<>();
    try {
      database.begin();
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      List<Ledger.Written> onPage = new ArrayList<>();
      for (Ledger.Entered entered : entries) {
        if (ledger.isGone(entered.number())) {
          skipped.add(entered.number());
          continue;
        }
        int before = page.size();
        Lines.begin(page, entered.number());
        format.write(entered.entry(), page);
        Lines.end(page);
        onPage.add(new Ledger.Written(entered, page.size() - before));
        if (page.size() >= PAGE_BYTES) {
          pages.put(database.append(page.toByteArray()), onPage);
          page.reset();
          onPage = new ArrayList<>();
        }
      }
      if (!onPage.isEmpty()) {
        pages.put(database.append(page.toByteArray()), onPage);
      }
      database.commit();
    } catch (SQLException e) {
      rollBack(e);
      throw e;
    }
    pages.forEach(ledger::written);
    skipped.forEach(ledger::skipped);
  }

  @Override
  public void tidy() throws SQLException {
    if (sweep.isEmpty()) {
      sweep.addAll(ledger.sweep());
    }
    List<Pages.Sweeping> next = new ArrayList<>();
    while (next.size() < SWEPT_AT_ONCE && !sweep.isEmpty()) {
      next.add(sweep.remove());
    }
    if (next.isEmpty()) {
      return;
    }
    try {
      database.begin();
      for (Pages.Sweeping sweeping : next) {
        sweep(sweeping);
      }
      database.commit();
    } catch (SQLException e) {
      // The next sweep begins anew.
      sweep.clear();
      rollBack(e);
      throw e;
    }
    ledger.swept(next);
  }

  private void sweep(Pages.Sweeping sweeping) throws SQLException {
    if (sweeping.kept().isEmpty()) {
      database.delete(sweeping.id());
      return;
    }
    Set<Long> kept = new HashSet<>(sweeping.kept());
    database.replace(sweeping.id(), Lines.only(database.page(sweeping.id()), kept::contains));
  }

  private void rollBack(SQLException failure) {
    try {
      database.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}

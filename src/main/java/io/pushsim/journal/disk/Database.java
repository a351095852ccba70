package io.pushsim.journal.disk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32C;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Pages of bytes in an SQLite database, in the order in which they were put there. What is
 * committed survives the process and the machine (write-ahead log, synchronous=FULL). Used by one
 * thread at a time.
 */
final class Database implements AutoCloseable {
  /** Marks the file as pushsim's: "push". */
  private static final int APPLICATION_ID = 0x70757368;

  /** How many of SQLite's pages, of 4 KiB, its log may have before they go into the file proper. */
  private static final int LOG_PAGES = 4000;

  private final Connection connection;
  private final PreparedStatement select;
  private final PreparedStatement append;
  private final PreparedStatement replace;
  private final PreparedStatement delete;
  private long last;

  /**
   * Opens the file, and makes it where it is missing.
   *
   * @param schemaVersion of the pages' content
   * @throws SQLException where it cannot be opened
   * @throws ForeignContent where it is not a journal of this version
   */
  Database(Path file, int schemaVersion) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(LOG_PAGES));
    connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try {
      check(schemaVersion);
      select = connection.prepareStatement("SELECT body, checksum FROM page WHERE id = ?");
      append =
          connection.prepareStatement("INSERT INTO page (body, checksum, id) VALUES (?, ?, ?)");
      replace = connection.prepareStatement("UPDATE page SET body = ?, checksum = ? WHERE id = ?");
      delete = connection.prepareStatement("DELETE FROM page WHERE id = ?");
      last = number("SELECT coalesce(max(id), 0) FROM page");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private void check(int schemaVersion) throws SQLException {
    int application = number("PRAGMA application_id");
    int version = number("PRAGMA user_version");
    if (application == 0 && version == 0 && number("SELECT count(*) FROM sqlite_schema") == 0) {
      begin();
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE page (id INTEGER PRIMARY KEY, body BLOB NOT NULL, checksum INTEGER NOT NULL)");
        statement.execute("PRAGMA application_id = " + APPLICATION_ID);
        statement.execute("PRAGMA user_version = " + schemaVersion);
      }
      commit();
    } else if (application != APPLICATION_ID) {
      throw new ForeignContent("it is a database of another program");
    } else if (version != schemaVersion) {
      throw new ForeignContent(
          "it has the form %d, and this pushsim writes the form %d"
              .formatted(version, schemaVersion));
    }
  }

  private int number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.getInt(1);
    }
  }

  /** Gets pages. */
  interface Reader {
    void read(long id, byte[] body) throws SQLException;
  }

  /**
   * Hands over all pages, in order.
   *
   * @throws ForeignContent where one is not what was written
   */
  void read(Reader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet pages =
            statement.executeQuery("SELECT body, checksum, id FROM page ORDER BY id")) {
      while (pages.next()) {
        long id = pages.getLong(3);
        reader.read(id, body(pages, id));
      }
    }
  }

  /**
   * One page's bytes.
   *
   * @throws ForeignContent where they are not what was written
   */
  byte[] page(long id) throws SQLException {
    select.setLong(1, id);
    try (ResultSet page = select.executeQuery()) {
      if (!page.next()) {
        throw new ForeignContent("its page %d is missing".formatted(id));
      }
      return body(page, id);
    }
  }

  private static byte[] body(ResultSet page, long id) throws SQLException {
    byte[] body = page.getBytes(1);
    if (checksum(body) != page.getLong(2)) {
      throw new ForeignContent("its page %d is not what was written".formatted(id));
    }
    return body;
  }

  /**
   * Puts a page behind all others.
   *
   * @return its id, larger than all before
   */
  long append(byte[] body) throws SQLException {
    last++;
    append.setBytes(1, body);
    append.setLong(2, checksum(body));
    append.setLong(3, last);
    append.executeUpdate();
    return last;
  }

  void replace(long id, byte[] body) throws SQLException {
    replace.setBytes(1, body);
    replace.setLong(2, checksum(body));
    replace.setLong(3, id);
    replace.executeUpdate();
  }

  void delete(long id) throws SQLException {
    delete.setLong(1, id);
    delete.executeUpdate();
  }

  /** Begins a transaction: what is changed from here on is durable after {@link #commit}. */
  void begin() throws SQLException {
    execute("BEGIN IMMEDIATE");
  }

  /** Makes the transaction's changes durable. */
  void commit() throws SQLException {
    execute("COMMIT");
  }

  /** Takes back the transaction's changes; some failures have done so already. */
  void rollback() throws SQLException {
    execute("ROLLBACK");
  }

  private void execute(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static long checksum(byte[] body) {
    CRC32C checksum = new CRC32C();
    checksum.update(body);
    return checksum.getValue();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** What lies on disk is not what this version of pushsim wrote there. */
  static final class ForeignContent extends SQLException {
    private static final long serialVersionUID = 1L;

    ForeignContent(String reason) {
      super(reason);
    }
  }

  /** Whether there is no room left; before the log is there, not even for its index. */
  static boolean isFull(SQLException failure) {
    return hasCode(failure, SQLiteErrorCode.SQLITE_FULL)
        || (failure instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);
  }

  /** Whether the file is not, or no longer, a sound database. */
  static boolean isCorrupt(SQLException failure) {
    return hasCode(failure, SQLiteErrorCode.SQLITE_CORRUPT)
        || hasCode(failure, SQLiteErrorCode.SQLITE_NOTADB);
  }

  private static boolean hasCode(SQLException failure, SQLiteErrorCode code) {
    // An extended code has the primary one in its lower byte.
    return failure instanceof SQLiteException sqlite
        && (sqlite.getResultCode().code & 0xff) == code.code;
  }
}

package studio.timbre.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Properties;
import java.util.SequencedMap;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection whose statements stay prepared when they are closed, for the next who asks for the same SQL. One edit runs thirty
 * statements, which take longer to prepare than to run. Like the statements themselves it serves one thread at a time.
 */
final class KeptStatements extends JDBC4Connection {
  /** More than an edit, a page of the table and the totals need. */
  private static final int MOST = 128;

  /** The oldest first. */
  private final SequencedMap<String, Kept> idle = new LinkedHashMap<>();

  KeptStatements(String url, String file, Properties properties) throws SQLException {
    super(url, file, properties);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int hold)
      throws SQLException {
    checkOpen();
    checkCursor(type, concurrency, hold);
    var kept = idle.remove(sql);
    if (kept == null) {
      return new Kept(this, sql);
    }
    kept.idle = false;
    return kept;
  }

  private void keep(String sql, Kept statement) throws SQLException {
    if (idle.putIfAbsent(sql, statement) != null) {
      statement.end();
      return;
    }
    statement.idle = true;
    if (idle.size() > MOST) {
      var oldest = idle.pollFirstEntry();
      oldest.getValue().end();
    }
  }

  /** Ends the kept statements too. */
  @Override
  public void close() throws SQLException {
    idle.clear();
    super.close();
  }

  private static final class Kept extends JDBC4PreparedStatement {
    private final KeptStatements home;
    private final String text;
    private boolean idle;

    Kept(KeptStatements home, String sql) throws SQLException {
      super(home, sql);
      this.home = home;
      this.text = sql;
    }

    @Override
    public void close() throws SQLException {
      if (idle || pointer.isClosed()) {
        return;
      }
      rs.close();
      // One that failed half way would hold its locks; what it failed with has been told already.
      pointer.safeRunInt(DB::reset);
      clearBatch();
      clearParameters();
      home.keep(text, this);
    }

    void end() throws SQLException {
      super.close();
    }
  }
}

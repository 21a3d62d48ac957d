package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig.JournalMode;

class KeptStatementsTest {
  private static final String INSERT = "INSERT INTO t (a, b) VALUES (?, ?)";
  private static final String LIST = "SELECT a FROM t ORDER BY a";

  @TempDir Path folder;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = Database.connect(folder.resolve("a.db"), JournalMode.WAL);
    Database.execute(connection, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void aClosedStatementComesBackForTheSameSql() throws SQLException {
    PreparedStatement first;
    try (var statement = connection.prepareStatement(INSERT)) {
      first = statement;
      insert(statement, 1);
    }
    try (var statement = connection.prepareStatement(INSERT)) {
      assertThat(statement).isSameAs(first);
      insert(statement, 2);
    }
    assertThat(Sql.number(connection, "SELECT count(*) FROM t")).isEqualTo(2);
  }

  @Test
  void twoThatAreOpenAtOnceAreTwo() throws SQLException {
    insert(1);
    insert(2);
    try (var outer = connection.prepareStatement(LIST);
        var outerRows = outer.executeQuery()) {
      assertThat(outerRows.next()).isTrue();
      try (var inner = connection.prepareStatement(LIST);
          var innerRows = inner.executeQuery()) {
        assertThat(inner).isNotSameAs(outer);
        assertThat(innerRows.next()).isTrue();
      }
      assertThat(outerRows.next()).isTrue();
      assertThat(outerRows.getLong(1)).isEqualTo(2);
    }
  }

  @Test
  void valuesOfTheLastUseAreForgotten() throws SQLException {
    insert(1);
    try (var statement = connection.prepareStatement(INSERT)) {
      statement.setLong(1, 2);
      assertThatThrownBy(statement::executeUpdate).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void oneThatFailedCanBeUsedAgainAndHoldsNothing() throws SQLException {
    insert(1);
    Database.execute(connection, "BEGIN");
    assertThatThrownBy(() -> insert(1)).isInstanceOf(SQLException.class);
    insert(2);
    Database.execute(connection, "COMMIT");
    insert(3);
    assertThat(Sql.number(connection, "SELECT count(*) FROM t")).isEqualTo(3);
  }

  @Test
  void aQueryThatWasLeftHalfReadStartsAnew() throws SQLException {
    insert(1);
    insert(2);
    for (int i = 0; i < 2; i++) {
      try (var statement = connection.prepareStatement(LIST)) {
        var rows = statement.executeQuery();
        assertThat(rows.next()).isTrue();
        assertThat(rows.getLong(1)).isEqualTo(1);
      }
    }
    Database.execute(connection, "DROP TABLE t");
  }

  @Test
  void rowsThatNobodyReadsHoldNothing() throws SQLException {
    insert(1);
    insert(2);
    Database.execute(connection, LIST);
    Database.execute(connection, "BEGIN");
    insert(3);
    Database.execute(connection, "COMMIT");
    Database.execute(connection, "DROP TABLE t");
  }

  @Test
  void theyFollowAChangeOfTheTables() throws SQLException {
    insert(1);
    Database.execute(connection, "ALTER TABLE t ADD COLUMN c INTEGER DEFAULT 7");
    insert(2);
    String all = "SELECT * FROM t WHERE a = 2";
    assertThat(Sql.first(connection, row -> row.getInt("c"), all)).contains(7);
    Database.execute(connection, "ALTER TABLE t ADD COLUMN d INTEGER DEFAULT 8");
    assertThat(Sql.first(connection, row -> row.getInt("c"), all)).contains(7);
  }

  @Test
  void manyDifferentOnesAreNotAllKept() throws SQLException {
    PreparedStatement first;
    try (var statement = connection.prepareStatement("SELECT 0")) {
      first = statement;
    }
    for (int i = 1; i <= 200; i++) {
      assertThat(Sql.number(connection, "SELECT " + i)).isEqualTo(i);
    }
    try (var statement = connection.prepareStatement("SELECT 0")) {
      assertThat(statement).isNotSameAs(first);
    }
  }

  private void insert(long a) throws SQLException {
    try (var statement = connection.prepareStatement(INSERT)) {
      insert(statement, a);
    }
  }

  private static void insert(PreparedStatement statement, long a) throws SQLException {
    statement.setLong(1, a);
    statement.setString(2, "x");
    assertThat(statement.executeUpdate()).isEqualTo(1);
  }
}

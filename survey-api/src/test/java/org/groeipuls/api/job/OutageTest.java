package org.groeipuls.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.groeipuls.api.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class OutageTest {
    private static final String DATABASE = Postgres.database("outage");

    @Test
    void a_database_that_is_not_there_is_one() {
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:postgresql://127.0.0.1:1/none", "nobody", ""))
                .matches(Outage::caused);
    }

    @Test
    void a_session_that_the_server_ended_is_one_however_deep_it_is_wrapped() throws SQLException {
        try (var cut = connection();
                var other = connection()) {
            int session;
            try (var row = cut.createStatement().executeQuery("select pg_backend_pid()")) {
                row.next();
                session = row.getInt(1);
            }
            other.createStatement().execute("select pg_terminate_backend(" + session + ")");

            var ended = failing(cut, "select 1");

            assertThat(Outage.caused(ended)).isTrue();
            assertThat(Outage.caused(new CompletionException(new DataAccessResourceFailureException("", ended))))
                    .isTrue();
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(DATABASE);
    }

    private static SQLException failing(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            throw new AssertionError("It did not fail");
        } catch (SQLException e) {
            return e;
        }
    }

    @Test
    void what_is_wrong_with_the_work_itself_is_none() throws SQLException {
        try (var connection = connection()) {
            assertThat(Outage.caused(failing(connection, "select 1 / 0"))).isFalse();
            assertThat(Outage.caused(failing(connection, "select * from no_such_table")))
                    .isFalse();
        }
        assertThat(Outage.caused(new IllegalStateException("planted"))).isFalse();
    }
}

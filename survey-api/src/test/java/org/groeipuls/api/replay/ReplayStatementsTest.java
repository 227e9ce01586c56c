package org.groeipuls.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.groeipuls.api.replay.Job.State;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What makes a replay fast: it asks the database now and then, and not per event. */
class ReplayStatementsTest {
    private final AtomicInteger statements = new AtomicInteger();

    private final class Counted extends DelegatingDataSource {
        Counted(String url) {
            super(JdbcConnectionPool.create(url, "", ""));
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = obtainTargetDataSource().getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            statements.incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @Test
    void figures_are_computed_without_asking_for_each() {
        var store = new Store(new Counted("jdbc:h2:mem:statements;DB_CLOSE_DELAY=-1"), "h2");
        var past = new RandomPast(1, 150);
        store.past(past);
        long figures = past.events().stream()
                .filter(one -> one.event() instanceof BlockReleased)
                .count();
        long others = past.events().size() - figures;
        var job = store.replays().begin(Store.nothing());
        var claimed = store.jobs().claim("one").orElseThrow();
        int before = statements.get();

        assertThat(store.work(ReplayWork.STRETCH).on(claimed, headway -> true)).isTrue();

        store.jobs().turns().end(job.id().value(), "one", State.DONE);
        assertThat(store.differing(job.id(), "trend_point")).isZero();
        assertThat(figures).isGreaterThan(400);
        assertThat(statements.get() - before)
                .as("%s figures among %s other events", figures, others)
                .isLessThan((int) (3 * others));
    }
}

package org.groeipuls.api.replay;

import com.zaxxer.hikari.HikariDataSource;
import org.groeipuls.api.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ci")
class ReplayEquivalenceOnPostgresTest extends ReplayEquivalenceContract {
    private static final Store STORE = started();

    private static Store started() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(Postgres.database("replay_equivalence"));
        pool.setMaximumPoolSize(4);
        return new Store(pool, "postgresql");
    }

    @Override
    Store store() {
        return STORE;
    }

    @Test
    @Tag("full")
    void a_thousand_pasts_are_replayed_as_they_were_lived() {
        thousand();
    }
}

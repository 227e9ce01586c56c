package org.groeipuls.api.replay;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReplayEquivalenceOnH2Test extends ReplayEquivalenceContract {
    private static final Store STORE =
            new Store(JdbcConnectionPool.create("jdbc:h2:mem:replay-equivalence;DB_CLOSE_DELAY=-1", "", ""), "h2");

    @Override
    Store store() {
        return STORE;
    }

    @Test
    @Tag("ci")
    void a_thousand_pasts_are_replayed_as_they_were_lived() {
        thousand();
    }
}

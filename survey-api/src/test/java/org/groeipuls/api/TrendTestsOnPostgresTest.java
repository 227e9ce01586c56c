package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class TrendTestsOnPostgresTest extends TrendTestsContract {
    private static final class One {
        static final Server SERVER = Server.nodesOnPostgres(1, "trend_tests").getFirst();
    }

    @Override
    Server server() {
        return One.SERVER;
    }
}

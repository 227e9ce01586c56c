package org.groeipuls.api;

import org.junit.jupiter.api.AfterAll;

class TrendTestsOnH2Test extends TrendTestsContract {
    private static final class One {
        static final Server SERVER = Server.alone();
    }

    @AfterAll
    static void stop() {
        One.SERVER.context().close();
    }

    @Override
    Server server() {
        return One.SERVER;
    }
}

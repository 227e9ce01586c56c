package org.groeipuls.api.tree;

import java.util.List;
import org.groeipuls.api.Server;
import org.junit.jupiter.api.AfterAll;

class HistoryTreeOnH2Test extends HistoryTreeContract {
    /** Its own, because history is changed in it that other tests look at. */
    private static final class One {
        static final Server SERVER = Server.alone();
    }

    @AfterAll
    static void stop() {
        One.SERVER.context().close();
    }

    @Override
    List<Server> nodes() {
        return List.of(One.SERVER);
    }

    @Override
    int rounds() {
        return 1000;
    }
}

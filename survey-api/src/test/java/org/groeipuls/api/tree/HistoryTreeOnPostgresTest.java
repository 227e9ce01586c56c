package org.groeipuls.api.tree;

import java.util.List;
import org.groeipuls.api.Server;
import org.junit.jupiter.api.Tag;

/** Two nodes over one history. */
@Tag("ci")
class HistoryTreeOnPostgresTest extends HistoryTreeContract {
    private static final class Two {
        static final List<Server> NODES = Server.nodesOnPostgres(2, "tree");
    }

    @Override
    List<Server> nodes() {
        return Two.NODES;
    }

    @Override
    int rounds() {
        return 200;
    }
}

package org.groeipuls.system.fault;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.groeipuls.system.DurablePostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Two servers over one PostgreSQL are killed in turn, so at least every other time it is the one that does the work, and
 * the other goes on with it.
 */
class JobFaultOnTwoNodesTest extends JobFaultContract {
    private static DurablePostgres postgres;
    private static int stores;

    private final Deque<ServerProcess> nodes = new ArrayDeque<>();
    private List<String> store = List.of();

    @BeforeAll
    static void begun() throws IOException {
        postgres = new DurablePostgres();
    }

    @AfterAll
    static void ended() throws IOException {
        postgres.close();
    }

    private void startNode() throws Exception {
        nodes.addLast(ServerProcess.start(folder, store.toArray(String[]::new)));
    }

    @Override
    ServerProcess start() throws Exception {
        if (store.isEmpty()) {
            store = postgres.settings("jobs" + stores++);
        }
        startNode();
        startNode();
        return nodes.getFirst();
    }

    @Override
    void stop() throws InterruptedException {
        for (var node : nodes) {
            node.close();
        }
        nodes.clear();
    }

    @Override
    ServerProcess kill() throws Exception {
        nodes.removeFirst().kill();
        startNode();
        return nodes.getFirst();
    }

    @Override
    int few() {
        return 2;
    }

    @Override
    Connection history() throws SQLException {
        return DriverManager.getConnection(store.getFirst().replace("--spring.datasource.url=", ""));
    }

    @Override
    String numbers(int upTo) {
        return "generate_series(1, " + upTo + ") as numbers(x)";
    }

    @Override
    boolean losesTheLast() {
        return false;
    }
}

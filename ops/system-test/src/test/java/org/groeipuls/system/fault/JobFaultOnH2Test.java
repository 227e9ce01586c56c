package org.groeipuls.system.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The only server is killed and started again. */
class JobFaultOnH2Test extends JobFaultContract {
    private @Nullable ServerProcess server;

    private ServerProcess server() {
        return Objects.requireNonNull(server);
    }

    @Override
    ServerProcess start() throws Exception {
        server = ServerProcess.start(folder);
        return server();
    }

    @Override
    void stop() throws InterruptedException {
        server().close();
    }

    @Override
    ServerProcess kill() throws Exception {
        server().kill();
        return start();
    }

    @Override
    int few() {
        return 1;
    }

    @Override
    Connection history() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("data/history"));
    }

    @Override
    String numbers(int upTo) {
        return "system_range(1, " + upTo + ")";
    }

    /** H2 writes what was committed half a second later; only history and ballots are synced at once. */
    @Override
    boolean losesTheLast() {
        return true;
    }
}

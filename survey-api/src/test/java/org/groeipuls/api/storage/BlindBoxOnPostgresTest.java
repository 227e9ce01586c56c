package org.groeipuls.api.storage;

import java.io.IOException;
import org.groeipuls.ballot.BoxDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class BlindBoxOnPostgresTest extends BlindBoxContract {
    private static BoxPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = new BoxPostgres();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    BoxDatabases node() {
        return new PostgresBoxDatabases(postgres.pool());
    }

    @AfterEach
    void drop_the_box() {
        node().drop("pulse:1");
    }
}

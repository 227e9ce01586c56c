package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class SilenceOnPostgresTest extends SilenceContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class ReplaysOnPostgresTest extends ReplayContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

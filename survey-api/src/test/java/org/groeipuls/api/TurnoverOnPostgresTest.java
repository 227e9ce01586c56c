package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class TurnoverOnPostgresTest extends TurnoverContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class OpenTextOnPostgresTest extends OpenTextContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class ImportsOnPostgresTest extends ImportsContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

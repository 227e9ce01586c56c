package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class InterventionsOnPostgresTest extends InterventionContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class ReorganisationsOnPostgresTest extends ReorganisationContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class OthersPastOnPostgresTest extends OthersPastContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

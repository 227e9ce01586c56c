package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class ReferencesOnPostgresTest extends ReferencesContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class AsOfOnPostgresTest extends AsOfContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

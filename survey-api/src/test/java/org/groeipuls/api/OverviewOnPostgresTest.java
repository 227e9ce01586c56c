package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class OverviewOnPostgresTest extends OverviewContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

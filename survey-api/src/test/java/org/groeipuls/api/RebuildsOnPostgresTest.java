package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class RebuildsOnPostgresTest extends RebuildContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class ChangedGroupsOnPostgresTest extends ChangedGroupContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

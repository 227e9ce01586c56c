package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class FollowUpOnPostgresTest extends FollowUpContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

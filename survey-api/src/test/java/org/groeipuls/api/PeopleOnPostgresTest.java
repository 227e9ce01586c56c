package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class PeopleOnPostgresTest extends PeopleContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class ErrorTalkOnPostgresTest extends ErrorTalkContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

/** With every CI run: on the embedded files the same is tested every day. */
@Tag("ci")
class ProgrammesOnPostgresTest extends ProgrammeContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

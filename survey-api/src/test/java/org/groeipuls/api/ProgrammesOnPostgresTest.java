package org.groeipuls.api;

class ProgrammesOnPostgresTest extends ProgrammeContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

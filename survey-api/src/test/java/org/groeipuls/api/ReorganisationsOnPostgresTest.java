package org.groeipuls.api;

class ReorganisationsOnPostgresTest extends ReorganisationContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

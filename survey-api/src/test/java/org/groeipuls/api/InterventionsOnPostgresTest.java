package org.groeipuls.api;

class InterventionsOnPostgresTest extends InterventionContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

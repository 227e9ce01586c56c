package org.groeipuls.api;

class SilenceOnPostgresTest extends SilenceContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

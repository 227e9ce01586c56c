package org.groeipuls.api;

class CountOrCancelOnPostgresTest extends CountOrCancelContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

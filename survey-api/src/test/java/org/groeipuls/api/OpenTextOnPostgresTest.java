package org.groeipuls.api;

class OpenTextOnPostgresTest extends OpenTextContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

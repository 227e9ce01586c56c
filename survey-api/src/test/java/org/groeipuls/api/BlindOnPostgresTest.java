package org.groeipuls.api;

class BlindOnPostgresTest extends BlindContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api;

class AsOfOnPostgresTest extends AsOfContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

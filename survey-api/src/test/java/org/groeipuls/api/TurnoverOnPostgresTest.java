package org.groeipuls.api;

class TurnoverOnPostgresTest extends TurnoverContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

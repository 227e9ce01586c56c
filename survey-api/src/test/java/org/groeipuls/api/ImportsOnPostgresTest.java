package org.groeipuls.api;

class ImportsOnPostgresTest extends ImportsContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

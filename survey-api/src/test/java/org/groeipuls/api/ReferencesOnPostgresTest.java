package org.groeipuls.api;

class ReferencesOnPostgresTest extends ReferencesContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api;

class RebuildsOnPostgresTest extends RebuildContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

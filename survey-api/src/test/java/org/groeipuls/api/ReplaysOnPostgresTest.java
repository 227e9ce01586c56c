package org.groeipuls.api;

class ReplaysOnPostgresTest extends ReplayContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

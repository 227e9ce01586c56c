package org.groeipuls.api;

class OverviewOnPostgresTest extends OverviewContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

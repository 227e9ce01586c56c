package org.groeipuls.api;

class OthersPastOnPostgresTest extends OthersPastContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

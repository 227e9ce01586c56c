package org.groeipuls.api;

class PeopleOnPostgresTest extends PeopleContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

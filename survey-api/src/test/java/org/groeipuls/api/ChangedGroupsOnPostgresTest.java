package org.groeipuls.api;

class ChangedGroupsOnPostgresTest extends ChangedGroupContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

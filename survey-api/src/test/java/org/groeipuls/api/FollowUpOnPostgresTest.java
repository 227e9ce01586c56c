package org.groeipuls.api;

class FollowUpOnPostgresTest extends FollowUpContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

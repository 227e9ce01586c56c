package org.groeipuls.api;

class ErrorTalkOnPostgresTest extends ErrorTalkContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

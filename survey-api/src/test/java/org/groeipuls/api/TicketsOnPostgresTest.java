package org.groeipuls.api;

class TicketsOnPostgresTest extends TicketContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

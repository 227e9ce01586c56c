package org.groeipuls.api;

class TicketsOnH2Test extends TicketContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

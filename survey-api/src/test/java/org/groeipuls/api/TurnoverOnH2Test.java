package org.groeipuls.api;

class TurnoverOnH2Test extends TurnoverContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

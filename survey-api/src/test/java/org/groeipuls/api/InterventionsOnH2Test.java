package org.groeipuls.api;

class InterventionsOnH2Test extends InterventionContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

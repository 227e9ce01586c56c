package org.groeipuls.api;

class ReorganisationsOnH2Test extends ReorganisationContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

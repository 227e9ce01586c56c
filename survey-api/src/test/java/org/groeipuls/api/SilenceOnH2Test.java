package org.groeipuls.api;

class SilenceOnH2Test extends SilenceContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

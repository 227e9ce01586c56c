package org.groeipuls.api;

class BlindOnH2Test extends BlindContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

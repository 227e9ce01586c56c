package org.groeipuls.api;

class OpenTextOnH2Test extends OpenTextContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

package org.groeipuls.api;

class ImportsOnH2Test extends ImportsContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

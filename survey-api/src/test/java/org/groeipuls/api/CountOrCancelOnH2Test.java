package org.groeipuls.api;

class CountOrCancelOnH2Test extends CountOrCancelContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

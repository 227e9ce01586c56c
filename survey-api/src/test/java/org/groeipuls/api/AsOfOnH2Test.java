package org.groeipuls.api;

class AsOfOnH2Test extends AsOfContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

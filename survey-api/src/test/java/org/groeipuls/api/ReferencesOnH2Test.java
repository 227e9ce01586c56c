package org.groeipuls.api;

class ReferencesOnH2Test extends ReferencesContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

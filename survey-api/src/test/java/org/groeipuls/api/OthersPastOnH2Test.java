package org.groeipuls.api;

class OthersPastOnH2Test extends OthersPastContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

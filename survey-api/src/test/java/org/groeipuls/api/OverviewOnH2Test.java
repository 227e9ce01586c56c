package org.groeipuls.api;

class OverviewOnH2Test extends OverviewContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

package org.groeipuls.api;

class ReplaysOnH2Test extends ReplayContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

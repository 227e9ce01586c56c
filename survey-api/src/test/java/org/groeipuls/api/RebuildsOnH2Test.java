package org.groeipuls.api;

class RebuildsOnH2Test extends RebuildContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

package org.groeipuls.api;

class ProgrammesOnH2Test extends ProgrammeContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

package org.groeipuls.api;

class PeopleOnH2Test extends PeopleContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

package org.groeipuls.api;

class ChangedGroupsOnH2Test extends ChangedGroupContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

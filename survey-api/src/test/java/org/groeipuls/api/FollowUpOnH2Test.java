package org.groeipuls.api;

class FollowUpOnH2Test extends FollowUpContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

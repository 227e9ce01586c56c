package org.groeipuls.api;

class ErrorTalkOnH2Test extends ErrorTalkContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

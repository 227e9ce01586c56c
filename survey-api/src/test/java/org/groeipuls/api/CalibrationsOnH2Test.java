package org.groeipuls.api;

class CalibrationsOnH2Test extends CalibrationContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

package org.groeipuls.api;

class CalibrationsOnPostgresTest extends CalibrationContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

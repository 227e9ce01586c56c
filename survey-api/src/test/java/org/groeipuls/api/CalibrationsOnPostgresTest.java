package org.groeipuls.api;

import org.junit.jupiter.api.Tag;

@Tag("ci")
class CalibrationsOnPostgresTest extends CalibrationContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api.analyst;

import org.groeipuls.api.Server;
import org.junit.jupiter.api.Tag;

@Tag("ci")
class HistoryExportOnPostgresTest extends HistoryExportContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

package org.groeipuls.api.analyst;

import org.groeipuls.api.Server;

class HistoryExportOnPostgresTest extends HistoryExportContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}

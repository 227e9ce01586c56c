package org.groeipuls.api.analyst;

import org.groeipuls.api.Server;

class HistoryExportOnH2Test extends HistoryExportContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}

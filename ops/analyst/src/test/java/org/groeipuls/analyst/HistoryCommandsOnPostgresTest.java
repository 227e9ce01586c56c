package org.groeipuls.analyst;

import java.nio.file.Path;
import org.groeipuls.attack.CountedPulses;
import org.junit.jupiter.api.Tag;

@Tag("ci")
class HistoryCommandsOnPostgresTest extends HistoryCommandsContract {
    @Override
    CountedPulses server(Path files) {
        return CountedPulses.onPostgres(files);
    }

    @Override
    int rounds() {
        return 100;
    }
}

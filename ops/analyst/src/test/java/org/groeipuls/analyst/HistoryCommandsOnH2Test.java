package org.groeipuls.analyst;

import java.nio.file.Path;
import org.groeipuls.attack.CountedPulses;

class HistoryCommandsOnH2Test extends HistoryCommandsContract {
    @Override
    CountedPulses server(Path files) {
        return CountedPulses.onH2(files);
    }

    @Override
    int rounds() {
        return 1000;
    }
}

package org.groeipuls.api.years;

import java.util.List;
import org.groeipuls.api.Server;
import org.junit.jupiter.api.Tag;

/** Two years on embedded files. */
@Tag("full")
class TwoYearsOnH2Test extends YearsContract {
    @Override
    Extent extent() {
        return Extent.TWO_YEARS;
    }

    @Override
    List<Server> nodes(String... settings) {
        return List.of(Server.alone(settings));
    }
}

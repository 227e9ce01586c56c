package org.groeipuls.api.years;

import java.util.List;
import org.groeipuls.api.Server;
import org.junit.jupiter.api.Tag;

/** Two years on PostgreSQL. */
@Tag("full")
class TwoYearsOnPostgresTest extends YearsContract {
    @Override
    Extent extent() {
        return Extent.TWO_YEARS;
    }

    @Override
    List<Server> nodes(String... settings) {
        return Server.nodesOnPostgres(1, "years_one", settings);
    }
}

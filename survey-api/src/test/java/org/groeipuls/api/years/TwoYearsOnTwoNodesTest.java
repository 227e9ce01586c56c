package org.groeipuls.api.years;

import java.util.List;
import org.groeipuls.api.Server;
import org.junit.jupiter.api.Tag;

/** Two years on two nodes over one PostgreSQL. */
@Tag("full")
class TwoYearsOnTwoNodesTest extends YearsContract {
    @Override
    Extent extent() {
        return Extent.TWO_YEARS;
    }

    @Override
    List<Server> nodes(String... settings) {
        return Server.nodesOnPostgres(2, "years_two", settings);
    }
}

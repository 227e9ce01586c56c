package org.groeipuls.api.years;

import java.util.List;
import org.groeipuls.api.Server;
import org.junit.jupiter.api.Tag;

/** The first months on two nodes over one PostgreSQL, fast enough for every change. */
@Tag("ci")
class MonthsOnTwoNodesTest extends YearsContract {
    @Override
    Extent extent() {
        return Extent.MONTHS;
    }

    @Override
    List<Server> nodes(String... settings) {
        return Server.nodesOnPostgres(2, "months", settings);
    }
}

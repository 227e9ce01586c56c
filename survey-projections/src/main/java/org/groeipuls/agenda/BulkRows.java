package org.groeipuls.agenda;

import java.util.List;

/**
 * Where rows go that are written in batches: now or soon, in the order in which they were put. Whoever reads these tables
 * through the connection that goes with it sees all that was put before.
 */
@FunctionalInterface
public interface BulkRows {
    /**
     * @param sql one statement for every row
     * @param types of each value as in {@link java.sql.Types}; none where the values say it
     */
    void put(String sql, List<Object[]> rows, int... types);
}

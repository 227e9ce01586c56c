package org.groeipuls.api.past;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where views are read and written: the live ones, or those of the day that is asked for.
 *
 * @param live the store of history
 */
public record ViewsClient(JdbcClient live) implements JdbcClient {
    @Override
    public StatementSpec sql(String sql) {
        return Then.views().orElse(live).sql(sql);
    }
}

package org.groeipuls.api.storage;

import javax.sql.DataSource;
import org.groeipuls.api.Postgres;
import org.postgresql.ds.PGSimpleDataSource;

class CompositionOnPostgresTest extends CompositionContract {
    private static int count;

    @Override
    DataSource emptyDatabase() {
        var source = new PGSimpleDataSource();
        source.setUrl(Postgres.database("composition" + count++));
        return source;
    }

    @Override
    String vendor() {
        return "postgresql";
    }
}

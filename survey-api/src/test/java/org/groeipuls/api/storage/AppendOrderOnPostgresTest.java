package org.groeipuls.api.storage;

import javax.sql.DataSource;
import org.groeipuls.api.Postgres;
import org.postgresql.ds.PGSimpleDataSource;

class AppendOrderOnPostgresTest extends AppendOrderContract {
    private static int count;

    @Override
    DataSource emptyDatabase() {
        var source = new PGSimpleDataSource();
        source.setUrl(Postgres.database("append" + count++));
        return source;
    }

    @Override
    String vendor() {
        return "postgresql";
    }
}

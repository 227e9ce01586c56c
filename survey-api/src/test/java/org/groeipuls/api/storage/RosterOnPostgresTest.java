package org.groeipuls.api.storage;

import javax.sql.DataSource;
import org.groeipuls.api.Postgres;
import org.postgresql.ds.PGSimpleDataSource;

class RosterOnPostgresTest extends RosterContract {
    private static int count;

    @Override
    DataSource emptyDatabase() {
        var source = new PGSimpleDataSource();
        source.setUrl(Postgres.database("roster" + count++));
        return source;
    }

    @Override
    String vendor() {
        return "postgresql";
    }

    @Override
    String writingOrder() {
        return "xmin::text::bigint, ctid";
    }

    @Override
    boolean writesVersions() {
        return true;
    }
}

package org.groeipuls.api.mail;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.groeipuls.api.Postgres;
import org.junit.jupiter.api.Tag;
import org.postgresql.ds.PGSimpleDataSource;

@Tag("ci")
class MonthlyOnPostgresTest extends MonthlyContract {
    private static int count;

    @Override
    DataSource emptyDatabase(Path folder) {
        var source = new PGSimpleDataSource();
        source.setUrl(Postgres.database("monthly" + count++));
        return source;
    }

    @Override
    String vendor() {
        return "postgresql";
    }
}

package org.groeipuls.api.mail;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.groeipuls.api.Postgres;
import org.junit.jupiter.api.Tag;
import org.postgresql.ds.PGSimpleDataSource;

@Tag("ci")
class LettersOnPostgresTest extends LettersContract {
    private static int count;

    @Override
    DataSource emptyDatabase(Path folder) {
        var source = new PGSimpleDataSource();
        source.setUrl(Postgres.database("letters" + count++));
        return source;
    }

    @Override
    String vendor() {
        return "postgresql";
    }
}

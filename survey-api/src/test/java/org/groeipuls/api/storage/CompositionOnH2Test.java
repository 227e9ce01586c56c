package org.groeipuls.api.storage;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;

class CompositionOnH2Test extends CompositionContract {
    @TempDir
    private Path folder = Path.of("");

    @Override
    DataSource emptyDatabase() {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve("history").toAbsolutePath());
        return source;
    }

    @Override
    String vendor() {
        return "h2";
    }
}

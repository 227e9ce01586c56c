package org.groeipuls.api.mail;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class SealingOnH2Test extends SealingContract {
    @Override
    DataSource emptyDatabase(Path folder) {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    @Override
    String vendor() {
        return "h2";
    }
}

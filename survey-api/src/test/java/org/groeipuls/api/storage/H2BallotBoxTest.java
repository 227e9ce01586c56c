package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.groeipuls.ballot.BoxDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class H2BallotBoxTest extends BallotBoxContract {
    private final AtomicReference<Throwable> error = new AtomicReference<>();
    private @Nullable H2BoxDatabases store;

    // one process at a time has an H2 file open, so the nodes of a test share it
    @Override
    BoxDatabases node() {
        if (store == null) {
            store = new H2BoxDatabases(boxFolder(), error::set);
        }
        return store;
    }

    private Path boxFolder() {
        return temp.resolve("boxes");
    }

    @Override
    String arrivalOrder(String ballotTable) {
        return "SELECT mark FROM " + ballotTable + " ORDER BY _ROWID_";
    }

    @Override
    boolean remains(String pulse) throws IOException {
        try (var files = Files.list(boxFolder())) {
            return files.anyMatch(file -> file.toString().contains(PulseHash.of(pulse)));
        }
    }

    @AfterEach
    void closes_cleanly() {
        if (store != null) {
            store.close();
        }
        assertThat(error).hasValue(null);
    }

    @Test
    void a_file_that_is_no_box_is_reported_by_its_name() throws IOException {
        Path file = boxFolder().resolve("box-" + PulseHash.of("pulse:7") + ".mv.db");
        Files.writeString(file, "this is no database");

        assertThatThrownBy(() -> node().find("pulse:7"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("cancel its pulse");
    }
}

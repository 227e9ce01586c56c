package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.groeipuls.ballot.BoxDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class BlindBoxOnH2Test extends BlindBoxContract {
    private final AtomicReference<Throwable> error = new AtomicReference<>();
    private @Nullable H2BoxDatabases store;

    @Override
    BoxDatabases node() {
        store = new H2BoxDatabases(temp.resolve("boxes"), error::set);
        return store;
    }

    @AfterEach
    void closes_cleanly() {
        if (store != null) {
            store.close();
        }
        assertThat(error).hasValue(null);
    }
}

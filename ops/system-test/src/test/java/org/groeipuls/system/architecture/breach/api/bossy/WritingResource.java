package org.groeipuls.system.architecture.breach.api.bossy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** Writes a view past its projection. */
@RestController
public final class WritingResource {
    private final JdbcClient jdbc;

    WritingResource(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What only the projection may do. */
    public int close() {
        return jdbc.sql("update agenda_pulse set state = 'CLOSED'").update();
    }
}

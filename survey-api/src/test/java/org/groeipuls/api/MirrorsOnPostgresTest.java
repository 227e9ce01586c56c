package org.groeipuls.api;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("ci")
class MirrorsOnPostgresTest extends MirrorContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }

    @Override
    List<Path> files() {
        return List.of(server().files(), Postgres.files());
    }
}

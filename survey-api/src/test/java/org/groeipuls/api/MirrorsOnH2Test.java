package org.groeipuls.api;

import java.nio.file.Path;
import java.util.List;

class MirrorsOnH2Test extends MirrorContract {
    @Override
    Server server() {
        return Server.onH2();
    }

    @Override
    List<Path> files() {
        return List.of(server().files());
    }
}

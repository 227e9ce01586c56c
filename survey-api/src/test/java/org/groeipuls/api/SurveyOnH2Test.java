package org.groeipuls.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class SurveyOnH2Test extends SurveyContract {
    @Override
    Server server() {
        return Server.onH2();
    }

    @Override
    Set<String> boxRemains() {
        try (var files = Files.list(server().files().resolve("data/boxes"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

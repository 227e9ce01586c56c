package org.groeipuls.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DamagedBoxOnH2Test extends DamagedBoxContract {
    @Override
    List<String> store() {
        return List.of("--groeipuls.data=" + folder.resolve("data"));
    }

    private Path boxes() {
        return folder.resolve("data/boxes");
    }

    @Override
    String onlyBox() throws IOException {
        return remains().stream()
                .filter(name -> name.endsWith(".mv.db"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    void damage(String box) throws IOException {
        Files.writeString(boxes().resolve(box), "this is no database");
    }

    @Override
    List<String> remains() throws IOException {
        try (var files = Files.list(boxes())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("box-"))
                    .toList();
        }
    }
}

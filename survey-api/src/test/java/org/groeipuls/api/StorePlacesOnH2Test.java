package org.groeipuls.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

class StorePlacesOnH2Test extends StorePlacesContract {
    @Override
    List<String> store() {
        return List.of("--groeipuls.data=" + folder.resolve("data"));
    }

    private Path boxes() {
        return folder.resolve("data/boxes");
    }

    @Override
    List<String> otherBoxes() throws IOException {
        Files.move(boxes(), folder.resolve("boxes"));
        return store();
    }

    @Override
    void exchangeBoxes() throws IOException {
        Files.move(boxes(), folder.resolve("boxes"));
        Files.createDirectory(boxes());
    }

    @Override
    void rightBoxes() throws IOException {
        FileSystemUtils.deleteRecursively(boxes());
        Files.move(folder.resolve("boxes"), boxes());
    }
}

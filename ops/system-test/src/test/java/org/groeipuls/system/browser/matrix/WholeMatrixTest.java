package org.groeipuls.system.browser.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page in every window, scheme and language, after two years; leaves a picture of each. */
@Tag("ci")
@ExtendWith(Worlds.class)
class WholeMatrixTest {
    @Test
    void no_page_has_a_fault_in_any_window_scheme_or_language(World world) throws Exception {
        var pictures = new Pictures(Files.createDirectories(Path.of("target", "screenshots")));
        List<Map<List<Look>, List<Scene>>> walks = new ArrayList<>();
        Look.LANGUAGES.forEach(language -> walks.add(Map.of(Look.in(language), Scenes.all())));
        var walked = Walks.together(world, pictures, walks);
        assertThat(walked.faults()).isEmpty();
        assertThat(walked.seen()).isEqualTo(Scenes.all().size() * Look.ALL.size());
    }
}

package org.groeipuls.pages.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Words;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every event that history may hold is told in a sentence, in both languages. */
class EventWordsTest {
    private static final Pattern UNFILLED = Pattern.compile("[{}\\[\\]–]|null");

    @Test
    void every_event_that_is_stored_has_a_sentence_with_all_its_facts() throws IOException {
        var json = StrictJson.mapper();
        var types = new TreeSet<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:golden/events/*.json")) {
            var name = Objects.requireNonNull(file.getFilename());
            var type = name.substring(0, name.indexOf('.'));
            types.add(type);
            assertThat(EventWords.knows(type)).as(type).isTrue();
            var content = json.readTree(file.getContentAsString(StandardCharsets.UTF_8));
            for (var language : Language.values()) {
                var words = new Words(language, ZoneId.of("Europe/Amsterdam"));
                var said = EventWords.of(type, content, words);
                assertThat(UNFILLED.matcher(said).find())
                        .as("%s: %s", name, said)
                        .isFalse();
                assertThat(said).as(name).endsWith(".").doesNotContain(type);
            }
        }
        assertThat(types).hasSizeGreaterThan(50);
    }

    @Test
    void an_event_of_a_later_version_is_named() {
        var words = new Words(Language.EN, ZoneId.of("UTC"));
        assertThat(EventWords.of("Unheard", StrictJson.mapper().readTree("{}"), words))
                .isEqualTo("Something of the type Unheard happened.");
    }
}

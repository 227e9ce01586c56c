package org.groeipuls.pages.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.groeipuls.api.analyst.EventSchemas;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Words;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every event that history may hold is told in a sentence, in both languages. */
class EventWordsTest {
    private static final Pattern UNFILLED = Pattern.compile("[{}\\[\\]–]|null");
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instrument INSTRUMENT = Catalogue.builtIn().getFirst();

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
                var said = said(type, content, language);
                assertThat(UNFILLED.matcher(said).find())
                        .as("%s: %s", name, said)
                        .isFalse();
                assertThat(said).as(name).endsWith(".").doesNotContain(type);
            }
        }
        assertThat(types).hasSizeGreaterThan(50);
    }

    @Test
    void no_sentence_says_a_code_where_people_say_a_word() throws IOException {
        var json = StrictJson.mapper();
        var schemas = new EventSchemas(EventNames.create());
        int tried = 0;
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:golden/events/*.json")) {
            var name = Objects.requireNonNull(file.getFilename());
            var type = name.substring(0, name.indexOf('.'));
            var content = json.readTree(file.getContentAsString(StandardCharsets.UTF_8));
            for (var family : families(schemas.find(type, "1").orElseThrow())) {
                for (var place : places(content, "", family)) {
                    for (var code : family) {
                        assertSaidInWords(type, with(content, place, code), code);
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
    }

    @Test
    void what_is_said_in_words_are_the_names_that_people_know() {
        var json = StrictJson.mapper();
        var goal = json.readTree("{\"goal\":\"g\",\"aim\":{\"construct\":\"psychological-safety\"}}");
        assertThat(said("GoalSet", goal, Language.NL))
                .isEqualTo("Doel g is gesteld, over “Psychologische veiligheid”.");
        var action = json.readTree("{\"action\":\"a\",\"state\":\"dropped\"}");
        assertThat(said("ActionConcluded", action, Language.EN))
                .isEqualTo("About action a it was written down that it will not be carried out.");
    }

    /** All codes of which one can stand at a place: those that a schema lists, and the keys of constructs. */
    private static List<List<String>> families(JsonNode schema) {
        var families = new ArrayList<List<String>>();
        for (var listed : schema.findValues("enum")) {
            families.add(StreamSupport.stream(listed.spliterator(), false)
                    .map(JsonNode::asString)
                    .toList());
        }
        families.add(INSTRUMENT.constructs().stream().map(Construct::key).toList());
        return families;
    }

    /** Where in the content one of these codes stands. */
    private static List<String> places(JsonNode content, String at, List<String> family) {
        var found = new ArrayList<String>();
        if (content.isString() && family.contains(content.asString())) {
            found.add(at);
        }
        content.properties().forEach(one -> found.addAll(places(one.getValue(), at + "/" + one.getKey(), family)));
        for (int i = 0; content.isArray() && i < content.size(); i++) {
            found.addAll(places(content.get(i), at + "/" + i, family));
        }
        return found;
    }

    private static JsonNode with(JsonNode content, String place, String code) {
        var copy = content.deepCopy();
        int last = place.lastIndexOf('/');
        var parent = copy.at(place.substring(0, last));
        var name = place.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.put(name, code);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), code);
        }
        return copy;
    }

    private static void assertSaidInWords(String type, JsonNode content, String code) {
        for (var language : Language.values()) {
            var said = said(type, content, language);
            assertThat(Pattern.compile("(?<![\\w-])" + Pattern.quote(code) + "(?![\\w-])")
                            .matcher(said)
                            .find())
                    .as("%s of %s: %s", code, type, said)
                    .isFalse();
        }
    }

    private static String said(String type, JsonNode content, Language language) {
        return EventWords.of(
                type,
                content,
                new Words(language, ZONE),
                key -> INSTRUMENT.constructs().stream()
                        .filter(construct -> construct.key().equals(key))
                        .map(construct -> construct.name().in(language.tag()))
                        .findFirst()
                        .orElse(key));
    }

    @Test
    void an_event_of_a_later_version_is_named() {
        assertThat(said("Unheard", StrictJson.mapper().readTree("{}"), Language.EN))
                .isEqualTo("Something of the type Unheard happened.");
    }
}

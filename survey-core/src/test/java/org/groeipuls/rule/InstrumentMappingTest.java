package org.groeipuls.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.Localised;
import org.groeipuls.instrument.ResponseScale;
import org.junit.jupiter.api.Test;

class InstrumentMappingTest {
    private static final InstrumentKey OLD = new InstrumentKey("climate", 1);
    private static final InstrumentKey NEW = new InstrumentKey("climate", 2);
    private static final Instrument BEFORE = instrument(OLD, "A");
    private static final Instrument AFTER = instrument(NEW, "N");

    private static InstrumentMapping mapping(Map<String, String> items) {
        return new InstrumentMapping(OLD, NEW, new TreeMap<>(items));
    }

    @Test
    void an_item_stands_for_one_of_the_same_construct_that_is_answered_alike() {
        assertThatCode(() -> mapping(Map.of("A1", "N2", "A2", "N1", "A5", "N5")).check(BEFORE, AFTER))
                .doesNotThrowAnyException();
    }

    @Test
    void what_is_about_something_else_or_answered_otherwise_is_refused() {
        refused(Map.of("A1", "N3"));
        refused(Map.of("A1", "N4"));
        refused(Map.of("A1", "N5"));
        refused(Map.of("A5", "N1"));
    }

    @Test
    void an_item_of_the_other_key_is_refused_because_answers_would_count_the_other_way_round() {
        for (var items : List.of(Map.of("A6", "N1"), Map.of("A1", "N6"))) {
            refused(items, "mapping-turned");
        }
        assertThatCode(() -> mapping(Map.of("A6", "N6")).check(BEFORE, AFTER)).doesNotThrowAnyException();
    }

    @Test
    void an_item_that_is_in_neither_instrument_is_refused_on_either_side() {
        refused(Map.of("A9", "N1"));
        refused(Map.of("A1", "N9"));
        refused(Map.of("N1", "N1"));
        refused(Map.of("A1", "A1"));
    }

    private static void refused(Map<String, String> items) {
        refused(items, "rule-not-allowed");
    }

    private static void refused(Map<String, String> items, String code) {
        assertThatThrownBy(() -> mapping(items).check(BEFORE, AFTER))
                .as("%s", items)
                .isInstanceOfSatisfying(
                        RuleNotAllowed.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void a_mapping_of_nothing_of_two_to_one_or_of_an_instrument_to_itself_is_none() {
        assertThatThrownBy(() -> mapping(Map.of())).isInstanceOf(RuleNotAllowed.class);
        assertThatThrownBy(() -> mapping(Map.of("A1", "N1", "A2", "N1"))).isInstanceOf(RuleNotAllowed.class);
        assertThatThrownBy(() -> new InstrumentMapping(OLD, OLD, new TreeMap<>(Map.of("A1", "A2"))))
                .isInstanceOf(RuleNotAllowed.class);
    }

    /** Items 1 and 2 are of one construct, 3 of another, 4 is answered on another scale, 5 is reported singly, 6 is of the first and reversed. */
    private static Instrument instrument(InstrumentKey key, String letter) {
        var ids = IntStream.rangeClosed(1, 6).mapToObj(at -> letter + at).toList();
        var items = Stream.of(
                        item(ids.get(0), "a", "agreement"),
                        item(ids.get(1), "a", "agreement"),
                        item(ids.get(2), "b", "agreement"),
                        item(ids.get(3), "a", "often"),
                        new Item(ids.get(4), null, false, "agreement", text("single"), null),
                        new Item(ids.get(5), "a", true, "agreement", text("reversed"), null))
                .toList();
        return new Instrument(
                key,
                text("Climate"),
                List.of(scale("agreement"), scale("often")),
                List.of(construct("a"), construct("b")),
                items,
                List.of(new Form("all", ids, Form.Audience.GROUP, false)),
                List.of("all"),
                List.of());
    }

    private static Item item(String id, String construct, String scale) {
        return new Item(id, construct, false, scale, text(id), null);
    }

    private static ResponseScale scale(String id) {
        return new ResponseScale(
                id,
                text("How far?"),
                IntStream.rangeClosed(1, 5)
                        .mapToObj(at -> text(String.valueOf(at)))
                        .toList());
    }

    private static Construct construct(String key) {
        return new Construct(key, key, text(key), Construct.Level.GROUP, Construct.Kind.REFLECTIVE);
    }

    private static Localised text(String both) {
        return new Localised(both, both);
    }
}

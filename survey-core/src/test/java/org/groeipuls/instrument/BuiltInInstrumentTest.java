package org.groeipuls.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the method page, section 1, held against the questionnaire that ships. */
class BuiltInInstrumentTest {

    private static final List<String> ANCHORS = List.of("PS1", "PS2", "PS3", "LR1", "LR2", "ETL1", "ETB1");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(['’-][\\p{L}\\p{N}]+)*");
    private static final Set<String> NEGATIONS = Set.of(
            "niet",
            "geen",
            "nooit",
            "niemand",
            "niets",
            "niks",
            "zonder",
            "nauwelijks",
            "not",
            "no",
            "never",
            "nobody",
            "nothing",
            "without",
            "cannot");

    private final Instrument instrument = Catalogue.builtIn().getFirst();

    @Test
    void the_product_brings_groeipuls_1() {
        assertThat(Catalogue.builtIn()).extracting(Instrument::key).containsExactly(new InstrumentKey("groeipuls", 1));
    }

    @Test
    void it_has_40_items_4_beliefs_and_11_mirrors() {
        assertThat(ids(groupItems())).hasSize(44).doesNotHaveDuplicates();
        assertThat(ids(groupItems().filter(item -> item.id().matches("B[1-4]"))))
                .hasSize(4);
        assertThat(instrument.items()).hasSize(55);
    }

    @ParameterizedTest
    @CsvSource({
        "psychological-safety,  PS, 'PS1 PS2 PS3 PS4 PS5 PS6',         'PS2 PS4 PS6'",
        "leader-role-modelling, LR, 'LR1 LR2 LR3 LR4 LR5 LR6',         'LR4'",
        "error-talk,            ET, 'ETL1 ETL2 ETL3 ETB1 ETB2 ETB3',   'ETB1 ETB2 ETB3'",
        "vision,                SV, 'SV1 SV2 SV3',                     ''",
        "learning-practice,     LF, 'LF1 LF2 LF3 LF4',                 ''",
        "candour,               CA, 'CA1 CA2 CA3',                     'CA3'",
        "follow-through,        AC, 'AC1 AC2 AC3',                     'AC3'",
        "systemic-integration,  SI, 'SI1 SI2 SI3',                     ''",
        "growth-mindset,        GM, 'GM1 GM2 GM3',                     'GM3'"
    })
    void a_construct_has_its_items_and_its_reversed_ones(String key, String code, String items, String reversed) {
        List<Item> scored = instrument.scored(key, instrument.form("baseline").items());

        assertThat(instrument.construct(key).code()).isEqualTo(code);
        assertThat(ids(scored.stream())).isEqualTo(words(items));
        assertThat(ids(scored.stream().filter(Item::reversed))).isEqualTo(words(reversed));
    }

    @Test
    void there_are_nine_constructs_of_which_two_belong_to_the_unit_and_one_is_formative() {
        assertThat(instrument.constructs()).hasSize(9);
        assertThat(instrument.constructs().stream()
                        .filter(construct -> construct.level() == Construct.Level.UNIT)
                        .map(Construct::code))
                .containsExactly("SI", "GM");
        assertThat(instrument.constructs().stream()
                        .filter(construct -> construct.kind() == Construct.Kind.FORMATIVE)
                        .map(Construct::code))
                .containsExactly("LF");
    }

    @Test
    void what_is_heard_and_believed_is_reported_singly() {
        assertThat(ids(groupItems().filter(item -> item.construct() == null)))
                .containsExactly("HL", "HB", "HS", "B1", "B2", "B3", "B4");
    }

    @ParameterizedTest
    @CsvSource({
        "F1, SV1 SV2 SV3 LR3",
        "F2, CA1 CA2 CA3 ETL2",
        "F3, AC1 AC2 AC3 ETL3",
        "F4, SI1 SI2 SI3 PS4",
        "F5, LF1 LF2 LF3 LF4",
        "F6, PS5 LR4 ETB2 HL HB",
        "F7, PS6 LR5 LR6 ETB3 HS"
    })
    void a_rotating_form_asks_the_seven_anchors_and_then_its_own(String name, String own) {
        assertThat(instrument.form(name).items())
                .isEqualTo(Stream.concat(ANCHORS.stream(), words(own).stream()).toList());
    }

    @Test
    void the_baseline_asks_everything_of_the_group() {
        assertThat(instrument.form("baseline").items()).containsExactlyInAnyOrderElementsOf(ids(groupItems()));
    }

    @Test
    void every_item_but_mindset_and_beliefs_returns_in_a_rotating_form() {
        Set<String> rotating = new HashSet<>();
        for (int form = 1; form <= 7; form++) {
            rotating.addAll(instrument.form("F" + form).items());
        }
        assertThat(ids(groupItems().filter(item -> !rotating.contains(item.id()))))
                .containsExactly("GM1", "GM2", "GM3", "B1", "B2", "B3", "B4");
    }

    @Test
    void the_cycle_is_the_default_year() {
        assertThat(instrument.cycle()).isEqualTo(words("baseline F1 F2 F3 F5 F6 F1 F2 F3 F5 F7"));
    }

    @Test
    void only_F4_and_F5_carry_the_open_question() {
        assertThat(instrument.forms().stream().filter(Form::openQuestion).map(Form::name))
                .containsExactly("F4", "F5");
    }

    @Test
    void the_leader_form_mirrors_eleven_items_and_nothing_else() {
        Form leader = instrument.form("leader");

        assertThat(leader.audience()).isEqualTo(Form.Audience.LEADER);
        assertThat(leader.items().stream().map(instrument::item).map(Item::mirrors))
                .containsExactlyElementsOf(words("LR1 LR2 LR3 LR4 LR5 LR6 SV1 SV2 SV3 LF2 ETL1"));
        assertThat(instrument.forms().stream().filter(form -> form.audience() == Form.Audience.LEADER))
                .containsExactly(leader);
    }

    @Test
    void a_mirror_is_scored_like_the_item_it_mirrors_but_speaks_of_oneself() {
        for (String id : instrument.form("leader").items()) {
            Item mirror = instrument.item(id);
            Item original = instrument.item(Objects.requireNonNull(mirror.mirrors()));

            assertThat(mirror.construct()).isEqualTo(original.construct());
            assertThat(mirror.reversed()).isEqualTo(original.reversed());
            assertThat(mirror.scale()).isEqualTo(original.scale());
            assertThat(mirror.text().nl())
                    .containsPattern("\\b[Ii]k\\b")
                    .isNotEqualTo(original.text().nl());
            assertThat(mirror.text().en())
                    .containsPattern("\\bI\\b")
                    .isNotEqualTo(original.text().en());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "M1, SV1 SV2 SV3, LR1 LR2 LR3, F1",
        "M2, ETL1 ETL2,   CA1 CA2 CA3, F2",
        "M3, LF1,         LF2,         F5",
        "M4, ETL1 ETL3,   AC1 AC2 AC3, F3"
    })
    void a_misconception_pairs_items_of_one_form_and_one_scale(String code, String say, String does, String form) {
        PairedPattern pattern = instrument.patterns().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();

        assertThat(pattern).isEqualTo(new PairedPattern(code, words(say), words(does), form));
        assertThat(instrument.form(form).items()).containsAll(pattern.say()).containsAll(pattern.does());
        assertThat(Stream.concat(pattern.say().stream(), pattern.does().stream())
                        .map(instrument::item)
                        .map(Item::scale)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void behaviour_is_asked_by_frequency_over_four_weeks_and_climate_by_agreement() {
        Map<Boolean, List<Item>> byScale = instrument.items().stream()
                .collect(Collectors.partitioningBy(item -> item.scale().equals("agreement")));

        assertThat(constructs(byScale, false))
                .containsExactlyInAnyOrder("leader-role-modelling", "vision", "learning-practice", "-");
        assertThat(constructs(byScale, true))
                .containsExactlyInAnyOrder(
                        "psychological-safety",
                        "error-talk",
                        "candour",
                        "follow-through",
                        "systemic-integration",
                        "growth-mindset",
                        "-");
        for (ResponseScale scale : instrument.scales()) {
            boolean overTime = !scale.id().equals("agreement");
            assertThat(scale.stem().nl().contains("4 weken")).isEqualTo(overTime);
            assertThat(scale.stem().en().contains("4 weeks")).isEqualTo(overTime);
        }
    }

    @Test
    void a_statement_has_at_most_twelve_words_and_no_negation_in_either_language() {
        for (Item item : instrument.items()) {
            for (String text : List.of(item.text().nl(), item.text().en())) {
                assertThat(breaches(text)).as("%s: %s", item.id(), text).isEmpty();
            }
        }
    }

    @Test
    void the_wording_check_finds_what_it_looks_for() {
        assertThat(breaches("Over fouten praten we niet.")).containsExactly("niet");
        assertThat(breaches("We don't talk about mistakes.")).containsExactly("don't");
        assertThat(breaches("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien"))
                .containsExactly("13 words");
    }

    @Test
    void dutch_and_english_are_different_texts_and_no_form_says_the_same_twice() {
        assertThat(instrument.items())
                .allSatisfy(item ->
                        assertThat(item.text().nl()).isNotEqualTo(item.text().en()));
        for (Form form : instrument.forms()) {
            for (Function<Localised, String> language :
                    List.<Function<Localised, String>>of(Localised::nl, Localised::en)) {
                assertThat(form.items().stream()
                                .map(id -> language.apply(instrument.item(id).text())))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void an_item_of_the_vision_speaks_of_the_leader_as_its_practice_does() {
        for (String id : words("SV1 SV2 SV3 LR1 LR2 LR3")) {
            assertThat(instrument.item(id).text().nl()).startsWith("Mijn leidinggevende ");
            assertThat(instrument.item(id).text().en()).startsWith("My manager ");
        }
    }

    private Stream<Item> groupItems() {
        return instrument.items().stream().filter(item -> item.mirrors() == null);
    }

    private static Set<String> constructs(Map<Boolean, List<Item>> byScale, boolean agreement) {
        return Objects.requireNonNull(byScale.get(agreement)).stream()
                .map(item -> Objects.requireNonNullElse(item.construct(), "-"))
                .collect(Collectors.toSet());
    }

    private static List<String> ids(Stream<Item> items) {
        return items.map(Item::id).toList();
    }

    private static List<String> words(String line) {
        return line.isBlank() ? List.of() : List.of(line.trim().split(" +", -1));
    }

    private static List<String> breaches(String text) {
        List<String> words = WORD.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .toList();
        Stream<String> negations = words.stream().filter(word -> NEGATIONS.contains(word) || word.endsWith("n't"));
        return Stream.concat(negations, words.size() > 12 ? Stream.of(words.size() + " words") : Stream.empty())
                .toList();
    }
}

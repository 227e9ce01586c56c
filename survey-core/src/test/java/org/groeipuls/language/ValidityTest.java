package org.groeipuls.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.groeipuls.language.Category.BLAME;
import static org.groeipuls.language.Category.LEARNING;
import static org.groeipuls.language.Category.SILENCE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final LexiconKey KEY = new LexiconKey("error-talk-nl", 1);

    /** kappa .80, precision and recall .90. */
    private static final ConfusionMatrix GOOD = ConfusionMatrix.ofTwo(90, 10, 10, 90);

    @Test
    void a_category_that_passes_every_gate_is_shown() {
        assertThat(validity(GOOD, GOOD).shown()).containsExactlyInAnyOrder(Category.values());
    }

    @Test
    void coders_who_disagree_hide_a_category() {
        ConfusionMatrix kappaSixty = ConfusionMatrix.ofTwo(80, 20, 20, 80);
        assertThat(validity(GOOD, kappaSixty).shown()).isEmpty();
    }

    @Test
    void a_list_that_is_often_wrong_hides_a_category() {
        ConfusionMatrix precisionSeventy = ConfusionMatrix.ofTwo(70, 30, 0, 900);
        assertThat(precisionSeventy.kappa().orElseThrow()).isGreaterThan(Validity.LIST_KAPPA);
        assertThat(validity(precisionSeventy, GOOD).shown()).isEmpty();
    }

    @Test
    void a_list_that_misses_much_hides_a_category() {
        ConfusionMatrix recallHalf = ConfusionMatrix.ofTwo(50, 0, 50, 900);
        assertThat(recallHalf.kappa().orElseThrow()).isGreaterThan(Validity.LIST_KAPPA);
        assertThat(validity(recallHalf, GOOD).shown()).isEmpty();
    }

    @Test
    void a_list_that_agrees_by_chance_hides_a_category() {
        ConfusionMatrix kappaLow = ConfusionMatrix.ofTwo(900, 50, 30, 20);
        assertThat(kappaLow.precision(0).orElseThrow()).isGreaterThan(Validity.PRECISION);
        assertThat(kappaLow.recall(0).orElseThrow()).isGreaterThan(Validity.RECALL);
        assertThat(validity(kappaLow, GOOD).shown()).isEmpty();
    }

    @Test
    void a_category_that_never_occurs_has_not_passed() {
        assertThat(validity(ConfusionMatrix.ofTwo(0, 0, 0, 200), GOOD).shown()).isEmpty();
        assertThat(new Validity(KEY, Map.of(), Map.of()).shown()).isEmpty();
    }

    @Test
    void each_category_passes_by_itself() {
        Map<Category, ConfusionMatrix> lists = new EnumMap<>(Map.of(LEARNING, GOOD, SILENCE, GOOD));
        lists.put(BLAME, ConfusionMatrix.ofTwo(0, 0, 100, 100));
        Map<Category, ConfusionMatrix> humans = Map.of(LEARNING, GOOD, BLAME, GOOD, SILENCE, GOOD);
        assertThat(new Validity(KEY, lists, humans).shown()).containsExactlyInAnyOrder(LEARNING, SILENCE);
    }

    @Test
    void a_list_is_tried_on_the_texts_of_its_language_only() {
        LabelledTexts texts = texts("1\tnl\twij leren\t1\t0\t0", "2\tnl\tde lift\t1\t0\t0", "3\ten\tschuld\t0\t0\t0");
        ConfusionMatrix learning = of(LEARNING, Validity.tried(WordLists.small(), texts));
        assertThat(learning.n()).isEqualTo(2);
        assertThat(learning.recall(0)).hasValue(.5);
        assertThat(learning.precision(0)).hasValue(1);
    }

    @Test
    void coders_are_compared_on_the_same_texts() {
        LabelledTexts one = texts("1\tnl\twij leren\t1\t0\t0", "2\tnl\tde lift\t0\t0\t0");
        LabelledTexts other = texts("1\tnl\twij leren\t1\t1\t0", "2\tnl\tde lift\t0\t0\t0");
        assertThat(of(LEARNING, Validity.agreement(one, other)).kappa()).hasValue(1);
        assertThat(of(BLAME, Validity.agreement(one, other)).accuracy()).hasValue(.5);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Validity.agreement(one, texts("1\tnl\tiets anders\t1\t0\t0")));
        assertThat(Validity.of(WordLists.small(), one, one, other).shown()).doesNotContain(BLAME);
    }

    @Test
    void the_halves_are_about_as_large_share_nothing_and_follow_from_the_text_alone() {
        LabelledTexts all = WordLists.development(Language.NL);
        Set<LabelledText> locked = Set.copyOf(all.locked().all());
        assertThat(all.development().all()).doesNotContainAnyElementsOf(locked);
        assertThat(all.development().all().size() + locked.size())
                .isEqualTo(all.all().size());
        assertThat(locked.size()).isBetween(all.all().size() * 2 / 5, all.all().size() * 3 / 5);

        List<LabelledText> shuffled = new ArrayList<>(all.all().subList(0, 100));
        Collections.shuffle(shuffled, new Random(1));
        assertThat(locked).containsAll(new LabelledTexts(shuffled).locked().all());
    }

    @Test
    void a_text_stays_in_its_half_for_ever() {
        assertThat(texts("1\tnl\tWe leren ervan.\t1\t0\t0").locked().all()).hasSize(locked("We leren ervan."));
        assertThat(locked("we leren ervan.")).isEqualTo(locked("We leren ervan."));
        assertThat(List.of(locked("a"), locked("b"), locked("c"), locked("d"), locked("e")))
                .as("last bit of the first byte of SHA-256: ca, 3e, 2e, 18, 3f")
                .containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void a_faulty_file_of_labels_says_where_and_quotes_no_text() {
        assertThatExceptionOfType(FaultyFile.class)
                .isThrownBy(() -> texts(
                        "1\tnl\tgeheim\t1\t0\t2",
                        "2\tfr\tgeheim twee\t1\t0\t0",
                        "3\tnl\tGEHEIM\t1\t0\t0",
                        "4\tnl\tkort\t1"))
                .satisfies(fault -> assertThat(fault.complaints())
                        .extracting(Complaint::line)
                        .containsExactly(2, 3, 4, 5))
                .withMessageNotContaining("geheim");
    }

    private static ConfusionMatrix of(Category category, Map<Category, ConfusionMatrix> matrices) {
        return Objects.requireNonNull(matrices.get(category));
    }

    private static int locked(String text) {
        return texts("1\tnl\t" + text + "\t0\t0\t0").locked().all().size();
    }

    private static Validity validity(ConfusionMatrix list, ConfusionMatrix humans) {
        return new Validity(
                KEY,
                Map.of(LEARNING, list, BLAME, list, SILENCE, list),
                Map.of(LEARNING, humans, BLAME, humans, SILENCE, humans));
    }

    private static LabelledTexts texts(String... rows) {
        String file = "id\tlang\ttext\tlearn\tblame\tsilence\n" + String.join("\n", rows) + "\n";
        return LabelledTexts.parse("labels.tsv", file.getBytes(StandardCharsets.UTF_8));
    }
}

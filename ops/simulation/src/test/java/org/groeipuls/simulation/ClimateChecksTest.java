package org.groeipuls.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.groeipuls.scoring.SumClasses;
import org.junit.jupiter.api.Test;

/** Every check passes on a true history and fails on one with a planted defect. */
class ClimateChecksTest {
    private static final ClimateFile FILE = ClimateFile.generate(11, 2, 14);

    @Test
    void true_tallies_pass() {
        assertThat(ClimateChecks.means(FILE, exact(line -> line)).passed()).isTrue();
    }

    @Test
    void one_changed_count_is_found() {
        var counts = Arrays.toString(FILE.tally("company-002", 3)).replace(" ", "");
        int[] moved = FILE.tally("company-002", 3);
        moved[2]--;
        moved[3]++;

        var check = ClimateChecks.means(
                FILE,
                exact(line -> line.contains("\"company-002\"")
                        ? line.replace(
                                "\"LEAD04\",\"n\":" + people() + ",\"counts\":" + counts,
                                "\"LEAD04\",\"n\":" + people() + ",\"counts\":"
                                        + Arrays.toString(moved).replace(" ", ""))
                        : line));

        assertThat(check.faults()).singleElement().asString().startsWith("company-002/LEAD04: mean is off by");
    }

    @Test
    void a_wrong_n_is_found() {
        var check = ClimateChecks.means(
                FILE, exact(line -> line.replaceFirst("\"LEAD01\",\"n\":\\d+", "\"LEAD01\",\"n\":9")));

        assertThat(check.faults()).hasSize(2).allMatch(fault -> fault.contains("n is 9"));
    }

    @Test
    void a_company_that_is_absent_or_withheld_without_reason_is_found() {
        var absent = exact(line -> line).subList(0, 1);
        var withheld = exact(line -> line.replaceFirst("\"counts\":\\[[0-9,]+\\]", "\"withheld\":\"too-few-answers\""));

        assertThat(ClimateChecks.means(FILE, absent).faults()).hasSize(11).allMatch(f -> f.endsWith("is not released"));
        assertThat(ClimateChecks.means(FILE, withheld).faults()).hasSize(2).allMatch(f -> f.contains("is withheld"));
    }

    @Test
    void an_empty_history_never_passes() {
        assertThat(ClimateChecks.means(FILE, List.of()).passed()).isFalse();
        assertThat(ClimateChecks.noTallies(List.of()).passed()).isFalse();
        assertThat(ClimateChecks.inclusion(List.of(), List.of()).passed()).isFalse();
    }

    @Test
    void true_classes_pass_both_banded_checks() {
        assertThat(ClimateChecks.sums(FILE, banded(line -> line)).passed()).isTrue();
        assertThat(ClimateChecks.noTallies(banded(line -> line)).passed()).isTrue();
    }

    @Test
    void a_class_that_does_not_hold_the_sum_is_found() {
        var check = ClimateChecks.sums(
                FILE, banded(line -> line.replaceFirst("\"low\":\\d+,\"high\":\\d+", "\"low\":1,\"high\":5")));

        assertThat(check.faults()).hasSize(2).allMatch(fault -> fault.contains("is not in 1..5"));
    }

    @Test
    void a_class_so_narrow_that_it_tells_the_sum_is_found() {
        int sum = sum(FILE.tally("company-001", 0));
        var check = ClimateChecks.sums(
                FILE,
                banded(line -> line.contains("\"company-001\"")
                        ? line.replaceFirst("\"low\":\\d+,\"high\":\\d+", "\"low\":%d,\"high\":%d".formatted(sum, sum))
                        : line));

        assertThat(check.faults()).singleElement().asString().contains("narrower than four sums");
    }

    @Test
    void a_tally_a_score_or_a_pair_under_banded_is_found() {
        for (String field : List.of("scales", "pairs")) {
            var leak = banded(line -> line.replace("\"" + field + "\":[]", "\"" + field + "\":[{\"n\":9}]"));

            assertThat(ClimateChecks.noTallies(leak).faults()).as(field).hasSize(2);
        }
        var deep = banded(line -> line.replaceFirst("\"sum\"", "\"counts\":[1,2,3,2,1],\"sum\""));
        assertThat(ClimateChecks.noTallies(deep).faults()).hasSize(2);
    }

    @Test
    void noisy_distributions_of_large_units_are_no_tallies() {
        var event = History.event(
                "{\"position\":3,\"type\":\"CountPublished\",\"data\":{\"pulse\":\"p\",\"distributions\":"
                        + "[{\"unit\":\"u\",\"n\":120,\"items\":[{\"item\":\"LEAD01\",\"counts\":[20,30,41,20,11]}]}]}}");

        assertThat(ClimateChecks.noTallies(List.of(event)).passed()).isTrue();
    }

    @Test
    void the_inclusion_list_is_the_ledger_and_nothing_else() {
        var nonces = List.of("00ff", "11ee", "22dd");
        var listed = nonces.stream().map(ClimateChecks::sha256).sorted().toList();

        assertThat(ClimateChecks.inclusion(listed, nonces).passed()).isTrue();
        assertThat(ClimateChecks.inclusion(listed.subList(1, 3), nonces).faults())
                .containsExactly("1 acknowledged ballots are not counted");
        assertThat(ClimateChecks.inclusion(with(listed, ClimateChecks.sha256("33")), nonces)
                        .faults())
                .containsExactly("1 counted ballots nobody sent");
        assertThat(ClimateChecks.inclusion(with(listed, listed.getFirst()), nonces)
                        .passed())
                .as("counted twice")
                .isFalse();
        assertThat(ClimateChecks.inclusion(listed.reversed(), nonces).passed())
                .as("not sorted")
                .isFalse();
    }

    @Test
    void the_hash_of_a_receipt_is_sha_256_of_its_characters() {
        // FIPS 180-2, example "abc"
        assertThat(ClimateChecks.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static List<String> with(List<String> list, String one) {
        List<String> more = new ArrayList<>(list);
        more.add(one);
        return more.stream().sorted().toList();
    }

    private static int people() {
        return FILE.companies().getOrDefault("company-002", List.of()).size();
    }

    private static List<History.Event> exact(UnaryOperator<String> defect) {
        return history(defect, tally -> "\"counts\":" + Arrays.toString(tally).replace(" ", ""));
    }

    private static List<History.Event> banded(UnaryOperator<String> defect) {
        return history(defect, tally -> {
            var band = SumClasses.of(Arrays.stream(tally).sum()).containing(sum(tally));
            return "\"sum\":{\"low\":%d,\"high\":%d}".formatted(band.low(), band.high());
        });
    }

    private interface Figures {
        String of(int[] tally);
    }

    private static List<History.Event> history(UnaryOperator<String> defect, Figures figures) {
        return Stream.of("company-001", "company-002")
                .map(company -> {
                    List<String> items = new ArrayList<>();
                    for (int item = 0; item < ClimateFile.ITEMS.size(); item++) {
                        int[] tally = FILE.tally(company, item);
                        items.add("{\"item\":\"%s\",\"n\":%d,%s}"
                                .formatted(
                                        ClimateFile.ITEMS.get(item),
                                        Arrays.stream(tally).sum(),
                                        figures.of(tally)));
                    }
                    return ("{\"position\":1,\"type\":\"BlockReleased\",\"data\":{\"pulse\":\"p\",\"block\":\"%s\","
                                    + "\"form\":\"all\",\"items\":[%s],\"scales\":[],\"pairs\":[]}}")
                            .formatted(company, String.join(",", items));
                })
                .map(defect)
                .map(History::event)
                .toList();
    }

    private static int sum(int[] tally) {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += (i + 1) * tally[i];
        }
        return sum;
    }
}

package org.groeipuls.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.team.UnitId;
import org.junit.jupiter.api.Test;

/** R6 on a population like that of lq2002: 49 companies of 10 to 99 people, three items of one construct. */
class OrganisationMomentsTest {
    private static final List<String> WHOLE = List.of("a1", "a2", "a3", "b1", "b2");
    private static final Instrument INSTRUMENT = Asked.instrument(
            List.of(Asked.pair("M1", List.of("a1", "a2"), List.of("b1", "b2"))), "a1", "-a2", "a3", "b1", "b2");

    @Test
    void a_large_population_has_a_record_of_its_scales_and_gaps() {
        var record = record(companies(49, 1)).orElseThrow();
        assertThat(record.constructs())
                .extracting(moments -> moments.construct())
                .containsExactly("a", "b");
        assertThat(record.gaps())
                .singleElement()
                .extracting(gap -> gap.pattern())
                .isEqualTo("M1");
        var a = record.constructs().getFirst();
        assertThat(a.blocks()).isEqualTo(49);
        assertThat(a.respondents()).isGreaterThan(1_900);
        assertThat(a.items()).containsExactly("a1", "a2", "a3");
        assertThat(a.alpha()).isNotNull();
        assertThat(a.omega()).isNotNull();
        assertThat(a.correlations())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).hasSize(3));
    }

    /** Within a company: y = person + noise of three items; s0² = .5 + .8/3, as the answers are made. */
    @Test
    void the_pooled_variance_is_that_within_blocks_and_not_that_between_them() {
        var near = record(companies(49, 1)).orElseThrow().constructs().getFirst();
        var apart = record(companies(49, 1, 1.5)).orElseThrow().constructs().getFirst();
        assertThat(near.withinVariance()).isBetween(.5, .9);
        assertThat(apart.withinVariance()).isLessThanOrEqualTo(near.withinVariance() + .05);
    }

    @Test
    void every_number_is_rounded_to_a_twentieth() {
        var record = record(companies(49, 2)).orElseThrow();
        List<Double> numbers = new ArrayList<>();
        record.constructs().forEach(moments -> {
            numbers.add(moments.withinVariance());
            Optional.ofNullable(moments.alpha()).ifPresent(numbers::add);
            Optional.ofNullable(moments.omega()).ifPresent(numbers::add);
            moments.correlations().forEach(numbers::addAll);
        });
        record.gaps().forEach(gap -> numbers.add(gap.withinVariance()));
        assertThat(numbers)
                .hasSizeGreaterThan(10)
                .allSatisfy(number -> assertThat(number * 20)
                        .isCloseTo(Math.rint(number * 20), org.assertj.core.data.Offset.offset(1e-9)));
    }

    @Test
    void fewer_than_ten_blocks_have_no_record() {
        assertThat(record(blocks(9, 30, WHOLE))).isEmpty();
        assertThat(record(blocks(10, 30, WHOLE))).isPresent();
    }

    @Test
    void fewer_than_a_hundred_and_fifty_people_have_no_record() {
        Map<Block, List<Map<String, Integer>>> almost = blocks(10, 15, WHOLE);
        almost.values().iterator().next().removeFirst();
        assertThat(record(almost)).isEmpty();
        assertThat(record(blocks(10, 15, WHOLE))).isPresent();
    }

    @Test
    void people_who_did_not_answer_the_scale_do_not_count_for_it() {
        Map<Block, List<Map<String, Integer>>> rows = blocks(12, 20, WHOLE);
        rows.values().forEach(sheets -> {
            for (int sheet = 0; sheet < 18; sheet++) {
                sheets.get(sheet).keySet().removeIf(item -> item.startsWith("a"));
            }
        });
        var record = record(rows).orElseThrow();
        assertThat(record.constructs())
                .extracting(moments -> moments.construct())
                .containsExactly("b");
        assertThat(record.gaps()).isEmpty();
    }

    @Test
    void a_scale_that_was_not_asked_whole_is_not_in_the_record() {
        var record = record(blocks(12, 20, List.of("a1", "a2", "b1", "b2"))).orElseThrow();
        assertThat(record.constructs())
                .extracting(moments -> moments.construct())
                .containsExactly("b");
        assertThat(record.gaps())
                .singleElement()
                .extracting(gap -> gap.blocks())
                .isEqualTo(12);
    }

    @Test
    void a_part_on_a_few_blocks_more_than_another_is_left_out() {
        Map<Block, List<Map<String, Integer>>> rows = new LinkedHashMap<>(blocks(12, 20, WHOLE));
        rows.putAll(blocks("other", 1, 20, List.of("b1", "b2")));
        var record = record(rows).orElseThrow();
        assertThat(record.constructs())
                .extracting(moments -> moments.construct())
                .containsExactly("a");
        assertThat(record.gaps())
                .singleElement()
                .extracting(gap -> gap.blocks())
                .isEqualTo(12);
    }

    @Test
    void a_part_on_as_many_blocks_more_again_may_stand_beside_it() {
        Map<Block, List<Map<String, Integer>>> rows = new LinkedHashMap<>(blocks(12, 20, WHOLE));
        rows.putAll(blocks("other", 10, 15, List.of("b1", "b2")));
        var record = record(rows).orElseThrow();
        assertThat(record.constructs()).extracting(moments -> moments.blocks()).containsExactly(12, 22);
    }

    private static Optional<OrganisationRecord> record(Map<Block, List<Map<String, Integer>>> rows) {
        return new OrganisationMoments(INSTRUMENT, Calibration.DEFAULT, rows).record();
    }

    private static Map<Block, List<Map<String, Integer>>> companies(int many, int seed) {
        return companies(many, seed, .2);
    }

    private static Map<Block, List<Map<String, Integer>>> companies(int many, int seed, double between) {
        var chance = new Random(seed);
        Map<Block, List<Map<String, Integer>>> rows = new LinkedHashMap<>();
        for (int company = 0; company < many; company++) {
            double climate = 3 + between * chance.nextGaussian();
            int people = 10 + chance.nextInt(90);
            rows.put(block("c" + company, people, WHOLE), sheets(people, WHOLE, climate, chance));
        }
        return rows;
    }

    private static Map<Block, List<Map<String, Integer>>> blocks(int many, int people, List<String> items) {
        return blocks("c", many, people, items);
    }

    private static Map<Block, List<Map<String, Integer>>> blocks(
            String name, int many, int people, List<String> items) {
        var chance = new Random(8);
        Map<Block, List<Map<String, Integer>>> rows = new LinkedHashMap<>();
        for (int block = 0; block < many; block++) {
            rows.put(block(name + block, people, items), sheets(people, items, 3, chance));
        }
        return rows;
    }

    private static Block block(String id, int people, List<String> items) {
        return new Block(new UnitId("city"), List.of(Asked.group(id, "city", people, items)), people);
    }

    private static List<Map<String, Integer>> sheets(int people, List<String> items, double climate, Random chance) {
        List<Map<String, Integer>> sheets = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            double view = climate + Math.sqrt(.5) * chance.nextGaussian();
            Map<String, Integer> sheet = new java.util.TreeMap<>();
            for (var item : items) {
                double answer = view + Math.sqrt(.8) * chance.nextGaussian();
                int value = (int) Math.clamp(Math.round(answer), 1, 5);
                sheet.put(item, item.equals("a2") ? 6 - value : value);
            }
            sheets.add(sheet);
        }
        return sheets;
    }
}

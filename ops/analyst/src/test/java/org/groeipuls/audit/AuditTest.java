package org.groeipuls.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.groeipuls.audit.Multisets.Left;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AuditTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String INSTRUMENT = """
            {'definition':{'key':'short@1','items':[{'id':'E1','reversed':false},{'id':'E2','reversed':true},\
            {'id':'S1','reversed':false},{'id':'S2','reversed':false}],\
            'patterns':[{'code':'say-do','say':['S1','S2'],'does':['E1','E2']}]}}""";

    private static final String BANDED = """
            {'pulse':'p','block':'a','groups':['a'],'n':6,'eligible':8,\
            'items':[{'item':'E1','n':6,'sum':{'low':6,'high':12}}],'scales':[],'pairs':[]}""";

    private static final String EXACT = """
            {'pulse':'p','block':'a','groups':['a'],'n':30,'eligible':30,'items':[\
            {'item':'E1','n':30,'counts':[6,6,6,6,6]},{'item':'E2','n':30,'counts':[6,6,6,6,6]},\
            {'item':'S1','n':30,'counts':[6,6,6,6,6]},{'item':'S2','n':30,'counts':[6,6,6,6,6]}],'scales':[\
            {'construct':'error-talk','items':['E1','E2'],'n':30,'sumRaw':90,'sumAdjusted':90,'spread':\
            {'sumAdjustedSquared':300,'low':10,'mid':10,'high':10,'sumFavourable':12,'agreement':\
            {'n':30,'meanDeviation':1,'itemVariances':[1,1]}}},\
            {'construct':'safety','items':['S1','S2'],'n':30,'sumRaw':90,'sumAdjusted':90}],\
            'pairs':[{'pattern':'say-do','n':30,'sumSay':90,'sumDo':90,'sumGap':0,'sumGapSquared':20}]}""";

    private static final String COUNT = """
            {'pulse':'p','blocks':[{'block':'a','groups':['a'],'released':true},{'block':'b','groups':['b'],'released':true}],\
            'organisation':{'constructs':[{'construct':'error-talk','respondents':162,'blocks':12,'withinVariance':0.45,\
            'alpha':0.8,'correlations':[[1,0.35],[0.35,1]]}],'gaps':[{'pattern':'say-do','respondents':160,'blocks':12,\
            'withinVariance':1.05}]},'distributions':[{'unit':'u','groups':['a'],'n':104,\
            'items':[{'item':'E1','counts':[1,2,3,4,5]},{'item':'E2','counts':[1,2,3,4,5]}]}]}""";

    private final Audit audit = new Audit();

    private void take(String type, String data) {
        audit.next(type, JSON.readTree(data.replace('\'', '"')));
    }

    private void pulse(String disclosure) {
        take("InstrumentRegistered", INSTRUMENT);
        take("PulseIssued", """
                {'pulse':'p','instrument':'short@1','groups':[{'group':'a'},{'group':'b'}],\
                'rules':{'minimumGroup':5,'spreadMinimum':20,'disclosure':'%s'}}""".formatted(disclosure));
    }

    private void block(String disclosure, String block) {
        pulse(disclosure);
        take("BlockReleased", block);
    }

    @Test
    void a_class_of_sums_leaves_five_and_three() {
        block("banded", BANDED);

        assertThat(audit.rows()).singleElement().satisfies(row -> {
            assertThat(row.outsider()).isEqualTo(5);
            assertThat(row.insider()).isGreaterThanOrEqualTo(3);
            assertThat(row.little()).isFalse();
        });
        assertThat(audit.exposed()).isEmpty();
        assertThat(audit.everybody()).isZero();
    }

    @Test
    void a_sum_that_stands_there_itself_leaves_little() {
        block("banded", BANDED.replace("'low':6,'high':12", "'low':7,'high':7"));

        assertThat(audit.rows()).singleElement().satisfies(row -> {
            assertThat(row.outsider()).isEqualTo(2);
            assertThat(row.insider()).isEqualTo(1);
            assertThat(row.little()).isTrue();
            assertThat(row.statement()).isEqualTo("E1");
        });
        assertThat(audit.exposed()).singleElement().asString().contains("R4", "no class");
    }

    @Test
    void exact_figures_of_the_same_people_can_be_added_as_one_likes() {
        block("exact", EXACT);

        assertThat(audit.exposed()).isEmpty();
        assertThat(audit.rows()).singleElement().satisfies(row -> {
            assertThat(row.outsider()).isEqualTo(5);
            assertThat(row.scores()).isEqualTo(new Left(3, 3));
            assertThat(row.little()).isFalse();
        });
        assertThat(audit.everybody()).isEqualTo(1);
    }

    @Test
    void counts_beside_a_scale_that_fewer_answered_whole_give_two_people_away() {
        var block = """
                {'pulse':'p','block':'a','groups':['a'],'n':9,'items':[{'item':'E1','n':9%s}%s],\
                'scales':[{'construct':'error-talk','items':['E1','E2'],'n':7,'sumRaw':20,'sumAdjusted':20}],'pairs':[]}""";
        block("exact", block.formatted(",'counts':[1,2,2,2,2]", ",{'item':'E2','n':7,'counts':[1,2,2,1,1]}"));
        assertThat(audit.exposed()).singleElement().asString().contains("for 2 people");

        var withheld = new AuditTest();
        withheld.block("exact", block.formatted(",'withheld':'partly-answered'", ""));
        assertThat(withheld.audit.exposed()).isEmpty();
    }

    @Test
    void a_pair_that_three_fewer_answered_than_its_scales_gives_three_people_away() {
        block(
                "exact",
                EXACT.replace("'pattern':'say-do','n':30", "'pattern':'say-do','n':27")
                        .replace("'n':30,'counts'", "'n':30,'x'"));

        assertThat(audit.exposed()).singleElement().asString().contains("R4", "for 3 people");
    }

    @Test
    void what_a_scale_says_of_a_statement_that_is_withheld_counts() {
        block("exact", """
                {'pulse':'p','block':'a','groups':['a'],'n':6,'eligible':8,'items':[{'item':'E1','n':6,'withheld':'partly-answered'}],\
                'scales':[{'construct':'error-talk','items':['E1','E2'],'n':6,'sumRaw':30,'sumAdjusted':30}],'pairs':[]}""");

        assertThat(audit.rows()).singleElement().satisfies(row -> {
            assertThat(row.outsider()).isEqualTo(1);
            assertThat(row.statement()).isEqualTo("E1");
        });
    }

    @Test
    void a_spread_without_variance_says_what_each_person_has() {
        block(
                "exact",
                EXACT.replace("'sumGapSquared':20", "'sumGapSquared':0")
                        .replace("'low':10,'mid':10,'high':10", "'low':0,'mid':30,'high':0"));

        assertThat(audit.rows()).singleElement().satisfies(row -> {
            assertThat(row.alike()).containsExactly("say-do");
            assertThat(row.scores()).isEqualTo(new Left(1, 1));
            assertThat(row.little()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'n':30,'eligible'      | 'n':4,'eligible'          | R2",
                "'n':30,'counts'        | 'n':4,'counts'            | R5",
                "'n':30,'sumRaw'        | 'n':4,'sumRaw'            | R5",
                "'n':30,'sumRaw'        | 'n':19,'sumRaw'           | the spread",
                "'n':30,'meanDeviation' | 'n':19,'meanDeviation'    | the agreement",
                "'n':30,'sumSay'        | 'n':19,'sumSay'           | say-do is of too few",
                "'groups':['a']         | 'groups':['a','c']        | R3"
            },
            quoteCharacter = '"')
    void every_figure_is_about_as_many_people_as_was_promised(String sound, String planted, String said) {
        assertThat(EXACT).contains(sound);
        block("exact", EXACT.replace(sound, planted));

        assertThat(audit.exposed()).anySatisfy(found -> assertThat(found).contains(said));
    }

    @Test
    void exact_figures_do_not_belong_in_a_pulse_under_banded() {
        block("banded", EXACT);

        assertThat(audit.exposed())
                .hasSize(7)
                .allSatisfy(found -> assertThat(found).contains("R4", "exactly"));
    }

    @Test
    void people_stand_in_one_block_of_a_pulse_and_in_one_release() {
        block("banded", BANDED);
        take("BlockReleased", BANDED);
        take("BlockReleased", BANDED.replace("'block':'a','groups':['a']", "'block':'a+b','groups':['a','b']"));

        assertThat(audit.exposed())
                .satisfiesExactly(
                        again -> assertThat(again).contains("R1", "blocks a and a are partly"),
                        overlapping -> assertThat(overlapping).contains("R3", "blocks a and a+b are partly"));
    }

    @Test
    void a_sound_count_is_found_sound_and_its_noisy_counts_are_counted() {
        block("banded", BANDED);
        take("CountPublished", COUNT);
        take("TextsReleased", "{'pulse':'p','unit':'u','respondents':10,'texts':5}");

        assertThat(audit.exposed()).isEmpty();
        assertThat(audit.noisyCounts()).isEqualTo(2);
    }

    @Test
    void a_file_that_ends_in_the_midst_of_a_count_is_not_all_of_history() {
        block("banded", BANDED);
        audit.end();
        take("CountPublished", COUNT);

        assertThatThrownBy(audit::end).isInstanceOf(HistoryIncomplete.class).hasMessageContaining("block b of pulse p");
        take("BlockReleased", BANDED.replace("'block':'a','groups':['a']", "'block':'b','groups':['b']"));
        audit.end();
    }

    /** Whoever stayed when a group got another name stands in the counts of both. */
    @Test
    void noisy_counts_of_one_person_are_added_up_whatever_their_group_was_called() {
        block("banded", BANDED);
        take("CountPublished", COUNT);
        take("PulseIssued", """
                {'pulse':'q','instrument':'short@1','groups':[{'group':'c'}],\
                'rules':{'minimumGroup':5,'spreadMinimum':20,'disclosure':'banded'}}""");
        take("CountPublished", """
                {'pulse':'q','blocks':[],'distributions':[{'unit':'u','groups':['c'],'n':104,\
                'items':[{'item':'E1','counts':[1,2,3,4,5]}]}]}""");

        assertThat(audit.noisyCounts()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'respondents':162    | 'respondents':149     | R6: error-talk of the organisation is about too few",
                "'blocks':12,'withinVariance':1.05 | 'blocks':9,'withinVariance':1.05 | R6: say-do of the organisation is about too few",
                "'blocks':12,'withinVariance':1.05 | 'blocks':13,'withinVariance':1.05 | a few blocks more than error-talk",
                "0.45                 | 0.46                  | R6: error-talk of the organisation is not rounded",
                "'alpha':0.8          | 'alpha':0.81          | not rounded",
                "0.35                 | 0.34                  | not rounded",
                "'n':104              | 'n':99                | R7: counts of unit u are about fewer",
                "'groups':['b']       | 'groups':['a']        | R3: group a stands in two blocks"
            },
            quoteCharacter = '"')
    void what_a_count_says_of_large_units_keeps_to_the_rules(String sound, String planted, String said) {
        assertThat(COUNT).contains(sound);
        block("banded", BANDED);
        take("CountPublished", COUNT.replace(sound, planted));

        assertThat(audit.exposed()).anySatisfy(found -> assertThat(found).contains(said));
    }

    @Test
    void noisy_counts_are_drawn_once_on_whole_blocks_and_under_banded_only() {
        block("exact", EXACT.replace("'groups':['a']", "'groups':['a','b']"));
        take("CountPublished", COUNT.replace("]}]}]}", "]}]},{'unit':'v','groups':['a'],'n':100,'items':[]}]}"));

        assertThat(audit.exposed())
                .satisfiesExactly(
                        exact -> assertThat(exact).contains("R7", "unit u stand beside exact"),
                        cut -> assertThat(cut).contains("R7", "unit u cut a block"),
                        other -> assertThat(other).contains("R7", "unit v stand beside exact"),
                        twice -> assertThat(twice).contains("R7", "unit v are partly about people of another part"),
                        cutAgain -> assertThat(cutAgain).contains("R7", "unit v cut a block"));
    }

    @Test
    void texts_are_by_ten_people_and_released_once() {
        block("banded", BANDED);
        take("TextsReleased", "{'pulse':'p','unit':'u','respondents':9,'texts':5}");
        take("TextsReleased", "{'pulse':'p','unit':'v','respondents':10,'texts':4}");
        take("TextsReleased", "{'pulse':'p','unit':'v','respondents':10,'texts':5}");
        take("CountPublished", COUNT);
        take("CountPublished", COUNT);

        assertThat(audit.exposed())
                .satisfiesExactly(
                        people -> assertThat(people).contains("R12", "unit u"),
                        texts -> assertThat(texts).contains("R12", "unit v"),
                        again -> assertThat(again).contains("R1", "unit v"),
                        twice -> assertThat(twice).contains("R1", "count"));
    }

    @Test
    void texts_are_by_as_many_people_as_the_pulse_promised_where_that_is_more() {
        take("InstrumentRegistered", INSTRUMENT);
        take("PulseIssued", """
                {'pulse':'p','instrument':'short@1','groups':[{'group':'a'}],\
                'rules':{'minimumGroup':12,'spreadMinimum':20,'disclosure':'banded'}}""");
        take("TextsReleased", "{'pulse':'p','unit':'u','respondents':11,'texts':5}");

        assertThat(audit.exposed()).singleElement().asString().contains("R12", "too few people");
    }

    @Test
    void the_number_of_people_who_wrote_counts_nobody_in_a_block_that_is_not_shown() {
        take("InstrumentRegistered", INSTRUMENT);
        take("PulseIssued", """
                {'pulse':'p','instrument':'short@1','groups':[{'group':'a'},{'group':'b'},{'group':'c'}],\
                'rules':{'minimumGroup':5,'spreadMinimum':20,'disclosure':'banded'},\
                'openText':{'units':[{'unit':'u','groups':['a','b','c']}]}}""");
        take("BlockReleased", BANDED);
        take("BlockReleased", BANDED.replace("'block':'a','groups':['a']", "'block':'b','groups':['b']"));
        take("TextsReleased", "{'pulse':'p','unit':'u','respondents':12,'texts':5}");
        assertThat(audit.exposed()).isEmpty();

        take("TextsReleased", "{'pulse':'p','unit':'v','respondents':15,'texts':5}");
        assertThat(audit.exposed()).singleElement().asString().contains("R12", "unit v", "nothing is released");
    }

    @Test
    void a_part_of_history_is_not_judged() {
        assertThatThrownBy(() -> take("BlockReleased", BANDED))
                .isInstanceOf(HistoryIncomplete.class)
                .hasMessageContaining("pulse p is missing");
        assertThatThrownBy(() -> take("PulseIssued", "{'pulse':'p','instrument':'short@1'}"))
                .isInstanceOf(HistoryIncomplete.class)
                .hasMessageContaining("questionnaire short@1");
        pulse("exact");
        assertThatThrownBy(() -> take("BlockReleased", EXACT.replace("say-do", "other")))
                .isInstanceOf(HistoryIncomplete.class);
        assertThat(audit.rows()).isEqualTo(List.of());
    }
}

package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.groeipuls.attack.Multisets.Left;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AuditTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The same by going through everything that can have been answered. */
    private static Left enumerated(int n, Predicate<int[]> released) {
        List<int[]> possible = Multisets.of(n).stream().filter(released).toList();
        int outsider = values(possible, 0);
        int insider = 5;
        for (int own = 1; own <= 5; own++) {
            int at = own;
            if (possible.stream().anyMatch(counts -> counts[at - 1] > 0)) {
                insider = Math.min(insider, values(possible, own));
            }
        }
        return new Left(outsider, insider);
    }

    private static int values(List<int[]> possible, int own) {
        int values = 0;
        for (int value = 1; value <= 5; value++) {
            for (int[] counts : possible) {
                int[] others = counts.clone();
                if (own > 0) {
                    others[own - 1]--;
                }
                if (Arrays.stream(others).allMatch(count -> count >= 0) && others[value - 1] > 0) {
                    values++;
                    break;
                }
            }
        }
        return values;
    }

    @Test
    void what_a_sum_leaves_is_what_going_through_all_answers_leaves() {
        for (int n = 5; n <= 9; n++) {
            for (int low = n; low <= 5 * n; low++) {
                for (int high = low; high <= Math.min(5 * n, low + 7); high++) {
                    int from = low;
                    int to = high;
                    assertThat(Remaining.ofSum(n, low, high))
                            .as("%d people, %d to %d", n, low, high)
                            .isEqualTo(enumerated(
                                    n, counts -> from <= Multisets.sum(counts) && Multisets.sum(counts) <= to));
                }
            }
        }
    }

    @Test
    void what_counts_leave_is_what_going_through_all_answers_leaves() {
        for (int[] counts : Multisets.of(6)) {
            assertThat(Remaining.ofCounts(counts))
                    .as(Arrays.toString(counts))
                    .isEqualTo(enumerated(6, other -> Arrays.equals(other, counts)));
        }
    }

    private static Audit audit(String disclosure, String block) {
        var audit = new Audit();
        audit.next("PulseIssued", JSON.readTree("{\"pulse\":\"p\",\"rules\":{\"disclosure\":\"" + disclosure + "\"}}"));
        audit.next("BlockReleased", JSON.readTree(block.replace('\'', '"')));
        return audit;
    }

    @Test
    void a_class_of_sums_leaves_five_and_three() {
        var audit = audit("banded", """
                {'pulse':'p','block':'a','groups':['a'],'n':6,'items':[{'item':'E1','n':6,'sum':{'low':6,'high':12}}],\
                'scales':[],'pairs':[]}""");

        assertThat(audit.rows()).singleElement().satisfies(row -> {
            assertThat(row.outsider()).isEqualTo(5);
            assertThat(row.insider()).isGreaterThanOrEqualTo(3);
            assertThat(row.little()).isFalse();
        });
        assertThat(audit.exposed()).isEmpty();
    }

    @Test
    void a_sum_that_stands_there_itself_leaves_little() {
        var audit = audit("banded", """
                {'pulse':'p','block':'a','groups':['a'],'n':6,'items':[{'item':'E1','n':6,'sum':{'low':7,'high':7}}],\
                'scales':[],'pairs':[]}""");

        assertThat(audit.rows()).singleElement().satisfies(row -> {
            assertThat(row.outsider()).isEqualTo(2);
            assertThat(row.insider()).isEqualTo(1);
            assertThat(row.little()).isTrue();
            assertThat(row.statement()).isEqualTo("E1");
        });
    }

    @Test
    void counts_beside_a_scale_that_fewer_answered_whole_give_two_people_away() {
        var block = """
                {'pulse':'p','block':'a','groups':['a'],'n':9,'items':[{'item':'E1','n':9,'counts':[1,2,2,2,2]}%s],\
                'scales':[{'construct':'error-talk','items':['E1','E2'],'n':7,'sumRaw':20,'sumAdjusted':20}],'pairs':[]}""";
        var both = audit("exact", block.formatted(",{'item':'E2','n':7,'counts':[1,2,2,1,1]}"));
        var withheld = audit("exact", block.replace(",'counts':[1,2,2,2,2]", "").formatted(""));

        assertThat(both.exposed()).singleElement().asString().contains("for 2 people");
        assertThat(withheld.exposed()).isEmpty();
    }
}

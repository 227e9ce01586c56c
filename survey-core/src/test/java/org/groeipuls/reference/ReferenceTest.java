package org.groeipuls.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.reference.EarlierResults.Statement;
import org.groeipuls.reference.EarlierResults.Year;
import org.groeipuls.reference.ReferenceCommand.ImportReference;
import org.groeipuls.reference.ReferenceEvent.ReferenceCorrected;
import org.groeipuls.reference.ReferenceEvent.ReferenceImported;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final ReferenceId ID = new ReferenceId("challenge");
    private static final EarlierResults KNOWN = results(year(2018, 44, 812), year(2019, 46.5, null));

    private final AggregateTestFixture<Reference> reference = new AggregateTestFixture<>(Reference.class);

    private static Year year(int year, double percent, @Nullable Integer n) {
        return new Year(year, percent, n);
    }

    private static EarlierResults results(Year... series) {
        return new EarlierResults("Bureau, 2020", new Statement(null, "Asked"), null, Arrays.asList(series));
    }

    private static ImportReference take(EarlierResults results) {
        return new ImportReference(ID, results, 2026);
    }

    @Test
    void earlier_results_are_imported_in_the_order_of_their_years() {
        reference
                .givenNoPriorActivity()
                .when(take(results(year(2019, 46.5, null), year(2018, 44, 812))))
                .expectEvents(new ReferenceImported(ID, KNOWN));
    }

    @Test
    void the_same_again_changes_nothing_and_other_figures_correct() {
        reference.given(new ReferenceImported(ID, KNOWN)).when(take(KNOWN)).expectNoEvents();
        var other = results(year(2018, 45, 812));
        new AggregateTestFixture<>(Reference.class)
                .given(new ReferenceImported(ID, KNOWN))
                .when(take(other))
                .expectEvents(new ReferenceCorrected(ID, other));
    }

    @Test
    void what_cannot_be_a_yearly_percentage_of_an_organisation_is_refused() {
        refused("percent-not-allowed", results(year(2018, 100.5, null)));
        refused("percent-not-allowed", results(year(2018, Double.NaN, null), year(2019, 50, null)));
        refused("percent-not-allowed", results(year(2018, .44, null), year(2019, .46, null)));
        refused("reference-too-small", results(year(2018, 44, 4)));
        refused("reference-year-twice", results(year(2018, 44, null), year(2018, 45, null)));
        refused("reference-year-not-allowed", results(year(2027, 44, null)));
        refused("reference-series-missing", results());
        refused("reference-source-missing", new EarlierResults(" ", new Statement("a", null), null, KNOWN.series()));
        refused(
                "reference-statement-missing",
                new EarlierResults("a", new Statement(null, null), null, KNOWN.series()));
        refused("reference-statement-missing", new EarlierResults("a", new Statement("a", ""), null, KNOWN.series()));
        ImportRules.check(KNOWN, 2026);
    }

    private static void refused(String code, EarlierResults results) {
        assertThatExceptionOfType(ReferenceNotImportable.class)
                .isThrownBy(() -> ImportRules.check(results, 2026))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void a_statement_is_read_in_the_language_in_which_it_is_known() {
        assertThat(new Statement(null, "Asked").in("nl")).isEqualTo("Asked");
        assertThat(List.of(new Statement("Gevraagd", "Asked").in("nl"), new Statement("Gevraagd", "Asked").in("en")))
                .containsExactly("Gevraagd", "Asked");
    }
}

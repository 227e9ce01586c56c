package org.groeipuls.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.groeipuls.effect.InterventionEffect.Finding;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.scoring.CalibrationEstimate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the product finds a true effect of an intervention, and finds none where there is none: at few seeds with
 * {@code -Pci}, at 100 with {@code -Pstudy}. With {@code -Dstudy.write=true} the figures go to docs/method/effects.md.
 */
class EffectsStudyTest {
    private static final DemoIntervention CASES = DemoIntervention.ALL.getFirst();

    @TempDir
    private Path keys;

    @Test
    @Tag("ci")
    void in_a_few_seeds_every_intervention_reaches_its_verdict_and_the_effects_lie_near_the_truth() {
        var results = EffectsStudy.demonstration(Disclosure.BANDED).run(4, keys);
        assertThat(results.found()).hasSize(16).allSatisfy(found -> {
            assertThat(found.effect().treated()).hasSize(3);
            assertThat(found.effect().compared()).hasSize(5);
            assertThat(found.effect().awaited()).isEmpty();
            assertThat(Math.abs(found.size() - found.truth().effect())).isLessThan(.5);
        });
        assertThat(results.said(CASES, Finding.ROSE_MORE)).isGreaterThanOrEqualTo(3);
        assertThat(DemoOrganisation.groups()).as("too few to calibrate").hasSizeLessThan(CalibrationEstimate.GROUPS);
    }

    @Test
    @Tag("full")
    void over_100_seeds_the_true_effect_is_found_in_80_and_a_rise_where_there_is_none_in_5_at_the_most()
            throws IOException {
        int seeds = 100;
        var all = List.of(
                EffectsStudy.demonstration(Disclosure.BANDED).run(seeds, keys),
                EffectsStudy.demonstration(Disclosure.EXACT).run(seeds, keys),
                EffectsStudy.dealt(Disclosure.BANDED).run(seeds, keys));
        var folder = Boolean.getBoolean("study.write") ? docs().resolve("method") : Path.of("target");
        Files.writeString(folder.resolve("effects.md"), EffectsPage.of(all));

        assertThat(all).allSatisfy(results -> {
            var by = results.study().name() + " " + results.study().disclosure();
            assertThat(results.said(CASES, Finding.ROSE_MORE)).as(by).isGreaterThanOrEqualTo(80);
            assertThat(DemoIntervention.ALL)
                    .filteredOn(one -> one.effect() == 0)
                    .allSatisfy(none -> assertThat(seeds - results.said(none, Finding.ROSE_MORE))
                            .as(none.id() + " " + by)
                            .isGreaterThanOrEqualTo(95));
        });
    }

    private static Path docs() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("docs/protocol.md"))) {
                return at.resolve("docs");
            }
        }
        throw new IllegalStateException("The folder docs is not above this one");
    }
}

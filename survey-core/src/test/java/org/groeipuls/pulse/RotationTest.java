package org.groeipuls.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.team.UnitId;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Instrument GROEIPULS = Catalogue.builtIn().getFirst();
    private static final UnitId WORKS = new UnitId("works");

    @Test
    void the_first_pulse_of_every_group_is_the_baseline() {
        assertThat(Rotation.form(GROEIPULS, 0, WORKS, 2027)).isEqualTo("baseline");
        assertThat(Rotation.form(GROEIPULS, 11, WORKS, 2028)).isEqualTo("baseline");
    }

    @Test
    void a_year_asks_every_form_of_the_cycle_as_often_as_the_cycle_does() {
        List<String> year = IntStream.range(0, 11)
                .mapToObj(earlier -> Rotation.form(GROEIPULS, earlier, WORKS, 2027))
                .toList();
        assertThat(year).containsExactlyInAnyOrderElementsOf(GROEIPULS.cycle());
    }

    @Test
    void the_slow_form_takes_turns_by_year() {
        assertThat(Rotation.form(GROEIPULS, 5, WORKS, 2027)).isEqualTo("F6");
        assertThat(Rotation.form(GROEIPULS, 5, WORKS, 2028)).isEqualTo("F4");
    }

    @Test
    void units_are_out_of_step_so_that_the_organisation_sees_every_construct_in_every_pulse() {
        Set<String> forms = new HashSet<>();
        for (int unit = 0; unit < 12; unit++) {
            forms.add(Rotation.form(GROEIPULS, 1, new UnitId("unit-" + unit), 2027));
        }
        assertThat(forms).containsExactlyInAnyOrder("F1", "F2", "F3", "F5");
    }
}

package org.groeipuls.release;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.ballot.OpenedBox;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.release.ReleaseCommand.PublishRelease;
import org.groeipuls.scoring.Calibration;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private final AggregateTestFixture<Release> release = new AggregateTestFixture<>(Release.class);

    @Test
    void a_release_is_one_count_and_then_its_blocks() {
        var command = command(7);
        release.givenNoPriorActivity()
                .when(command)
                .expectEvents(
                        command.count(),
                        command.blocks().get(0),
                        command.blocks().get(1));
    }

    @Test
    void a_second_publication_changes_nothing_even_if_it_says_something_else() {
        var first = command(7);
        release.given(first.count(), first.blocks().get(0), first.blocks().get(1))
                .when(command(8))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_count_of_which_nothing_is_released_is_published_too() {
        var nothing = command(0);
        release.givenNoPriorActivity().when(nothing).expectEvents(nothing.count());
    }

    private static PublishRelease command(int answers) {
        var instrument = Asked.instrument(List.of(), "a1", "a2");
        PulseIssued issued = Asked.pulse(
                Asked.banded(5),
                List.of(Asked.unit("city", null)),
                List.of(
                        Asked.group("parks", "city", 9, List.of("a1", "a2")),
                        Asked.group("roads", "city", 9, List.of("a1", "a2"))));
        List<OpenedBox.CountedSheet> sheets = new java.util.ArrayList<>();
        for (int sheet = 0; sheet < answers; sheet++) {
            sheets.add(new OpenedBox.CountedSheet("parks", java.util.Map.of("a1", 4), "aa" + sheet));
            sheets.add(new OpenedBox.CountedSheet("roads", java.util.Map.of("a1", 2), "bb" + sheet));
        }
        return Counting.count(
                issued,
                instrument,
                Calibration.DEFAULT,
                Asked.DAY,
                new OpenedBox(sheets, 0),
                new java.util.SplittableRandom(1));
    }
}

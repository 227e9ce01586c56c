package org.groeipuls.api.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.api.Server;
import org.junit.jupiter.api.Test;

/**
 * A programme over years with two reorganisations, through the scheduler that runs in earnest: on H2 with one node, which
 * is all that an embedded database can have, and on PostgreSQL with one and with two.
 */
abstract class YearsContract {
    private static final List<String> BUSY = List.of("--groeipuls.tick=200ms", "--db-scheduler.polling-interval=200ms");

    abstract Extent extent();

    /** @param settings what they are started with */
    abstract List<Server> nodes(String... settings);

    @Test
    void each_pulse_happens_once_each_letter_comes_once_and_every_line_goes_on() throws Exception {
        long began = System.nanoTime();
        try (var mailbox = new Mailbox()) {
            List<String> settings = new ArrayList<>(BUSY);
            settings.addAll(mailbox.settings());
            var nodes = new Nodes(nodes(settings.toArray(String[]::new)));
            try (var ballots = new Ballots(nodes)) {
                var years = new Years(nodes, extent(), mailbox);
                years.live(ballots);
                int passedOver = passedOver(years);
                var past = new Past(nodes);
                history(past, years, passedOver);
                lines(nodes, years);
                System.out.printf(
                        "%s: %d pulses, %d ballots, %d letters, %d events in %d s%n",
                        getClass().getSimpleName(),
                        years.pulses().size(),
                        ballots.sent(),
                        mailbox.read(),
                        past.size(),
                        Duration.ofNanos(System.nanoTime() - began).toSeconds());
            }
            nodes.servers().forEach(server -> server.context().close());
            mailbox.isEmpty();
        }
    }

    /** How many days of the programme fell in holidays until then: all of them after two years. */
    private int passedOver(Years years) throws Exception {
        assertThat(years.pulses()).hasSize(extent().pulses());
        if (extent().pulses() < Diary.days().size()) {
            return 1;
        }
        years.goToTheEnd();
        return Diary.HOLIDAYS.size();
    }

    private static void history(Past past, Years years, int passedOver) {
        past.each_pulse_is_issued_opened_closed_and_counted_once(years.pulses());
        past.each_ballot_is_counted_once(years.pulses(), years.answered());
        past.pulses_open_on_the_days_of_the_programme_and_never_in_a_holiday(
                years.pulses().size());
        past.only_holidays_were_passed_over(passedOver);
        past.forms_follow_the_cycle();
        past.what_is_said_at_a_checkpoint_is_said_once();
        past.each_change_of_the_organisation_is_made_once();
    }

    private static void lines(Nodes nodes, Years years) {
        var town = years.town().lines();
        var trends = new Trends(nodes, town.keySet(), years.pulses());
        trends.every_pulse_since_a_line_began_is_on_it(town);
        trends.a_pulse_is_shown_or_it_is_said_why_not(Town.quiet(), years.quietPulse());
        trends.what_came_before_is_drawn_from_the_first_pulse_on_and_says_whose_it_is(town);
    }
}

package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.BoxKey;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.api.operator.ComingPulses;
import org.groeipuls.api.operator.OutcomeClerk;
import org.groeipuls.api.operator.SurveyClock;
import org.groeipuls.api.operator.Timekeeper;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.StorePlaces;
import org.groeipuls.api.storage.Together;
import org.groeipuls.ballot.BallotBoxes;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.OpenedBox;
import org.groeipuls.ballot.OpenedTexts;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.pulse.PulseCommand.ClosePulse;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.Counting;
import org.groeipuls.release.ReleaseCommand.PublishRelease;
import org.groeipuls.roster.InvitedPulses;
import org.groeipuls.roster.KeptLists;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.trend.Trends;
import org.junit.jupiter.api.Test;

/** Two clockworks over one store, of which one counts a pulse that is cancelled by the other meanwhile. */
abstract class CountOrCancelContract {
    private final Server server = server();
    private final Survey survey = new Survey(server);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    abstract Server server();

    Together together() {
        return server().bean(Together.class);
    }

    @Test
    void a_pulse_that_is_cancelled_while_it_is_counted_has_no_figures() throws Exception {
        var pulse = closed();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var counted = threads.submit(() -> slow().tick());
            opened.await();

            server.bean(Timekeeper.class).cancel(new PulseId(pulse), "Fout in de vragen");
            goOn.countDown();

            assertThat(counted)
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withMessageContaining("is not closed");
        }
        assertThat(events("PulseCancelled", pulse)).isEqualTo(1);
        assertThat(events("PulseCounted", pulse)).isZero();
        assertThat(events("CountPublished", pulse) + events("BlockReleased", pulse))
                .as("figures of a pulse whose ballots were destroyed unread")
                .isZero();
        server.clockTo(server.now());
    }

    @Test
    void what_was_published_and_broken_off_is_counted_and_not_cancelled() {
        var pulse = closed();
        server.bean(Commands.class).send(release(pulse)); // as an earlier version left it when it was killed

        var late = survey.post("hr", "/pulses/" + pulse + "/cancel", "{'reason':'Te laat'}");

        assertThat(late.code()).isEqualTo("pulse-already-counted");
        assertThat(events("CountPublished", pulse)).isEqualTo(1);
        assertThat(events("PulseCounted", pulse)).isEqualTo(1);
        assertThat(server.bean(BallotBoxes.class).holds(pulse)).isTrue();
        server.clockTo(server.now());
        assertThat(server.bean(BallotBoxes.class).holds(pulse)).isFalse();
    }

    /** A pulse that closed and is not counted yet, because nobody has looked. */
    private String closed() {
        var team = survey.team("a", 8);
        var pulse = survey.opened("p", team);
        survey.answer(pulse, survey.codes(pulse, team), 6);
        server.bean(SurveyClock.class).set(survey.closesAt().plus(Duration.ofHours(1)));
        var commands = server.bean(Commands.class);
        commands.send(new ClosePulse(
                new PulseId(pulse), server.bean(SurveyClock.class).instant()));
        return pulse;
    }

    private PublishRelease release(String pulse) {
        var boxes = server.bean(BallotBoxes.class);
        boxes.close(pulse);
        var issued = server.bean(PulseAgenda.class)
                .find(new PulseId(pulse))
                .orElseThrow()
                .issued();
        var today = server.now().atZone(ZoneOffset.UTC).toLocalDate();
        return server.bean(Counting.class)
                .count(
                        issued,
                        server.bean(InstrumentShelf.class)
                                .find(issued.instrument())
                                .orElseThrow(),
                        server.bean(CalibrationRegister.class).validOn(today),
                        today);
    }

    private long events(String type, String pulse) {
        return server.get("analyst", "/api/v1/history/events?limit=10000&type=" + type)
                .text()
                .lines()
                .filter(line -> line.contains("\"" + pulse + "\""))
                .count();
    }

    /** Another node's clockwork, which is held up between opening a box and publishing. */
    private Timekeeper slow() {
        var vault = server.bean(Vault.class);
        var textKeys = server.bean(TextKeys.class);
        var boxes = server.bean(BallotBoxes.class);
        var commands = server.bean(Commands.class);
        ComingPulses none = () -> {};
        return new Timekeeper(
                server.bean(SurveyClock.class),
                server.bean(PulseAgenda.class),
                server.bean(InstrumentShelf.class),
                server.bean(CalibrationRegister.class),
                vault,
                textKeys,
                boxes,
                new Counting(vault, new HeldUp(boxes), textKeys),
                commands,
                together(),
                server.bean(StorePlaces.class),
                server.bean(InvitedPulses.class),
                server.bean(KeptLists.class),
                new OutcomeClerk(server.bean(Trends.class), commands),
                List.of(),
                none);
    }

    private final class HeldUp implements BallotBoxes {
        private final BallotBoxes boxes;

        HeldUp(BallotBoxes boxes) {
            this.boxes = boxes;
        }

        @Override
        public OpenedBox open(String pulse, BoxKey key) {
            var box = boxes.open(pulse, key);
            if (pulse.equals(survey.id("p"))) {
                opened.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
            return box;
        }

        @Override
        public OpenedTexts openTexts(String box, BoxKey key) {
            return boxes.openTexts(box, key);
        }

        @Override
        public void prepare(BoxTerms terms) {
            boxes.prepare(terms);
        }

        @Override
        public void extend(String pulse, Instant closesAt) {
            boxes.extend(pulse, closesAt);
        }

        @Override
        public void close(String pulse) {
            boxes.close(pulse);
        }

        @Override
        public boolean ready(String pulse) {
            return boxes.ready(pulse);
        }

        @Override
        public void destroy(String pulse) {
            boxes.destroy(pulse);
        }

        @Override
        public boolean holds(String pulse) {
            return boxes.holds(pulse);
        }

        @Override
        public Set<String> left(Set<String> pulses) {
            return boxes.left(pulses);
        }
    }
}

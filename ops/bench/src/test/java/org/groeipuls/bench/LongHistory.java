package org.groeipuls.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.InstrumentEvent.InstrumentRegistered;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseEvent.PulseClosed;
import org.groeipuls.pulse.PulseEvent.PulseCounted;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.release.BlockOutline;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.release.ReleaseId;
import org.groeipuls.scoring.SumClasses;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.springframework.jdbc.core.JdbcTemplate;

/** A history of very many pulses of forty groups, as they are with blind tickets and under {@code banded}. */
final class LongHistory {
    private static final int GROUPS = 40;
    private static final UnitId UNIT = new UnitId("town");
    private static final LocalDate DAY_0 = LocalDate.parse("2000-01-03");
    private static final List<String> ITEMS = List.of("PS1", "PS2", "PS3", "LR1", "LR2", "LR3");

    private final EventNames names = EventNames.create();
    private final SplittableRandom chance = new SplittableRandom(26);
    private final JdbcTemplate jdbc;
    private final List<Object[]> rows = new ArrayList<>();
    private int written;

    LongHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes so many events, or a few more. */
    int write(int events) {
        var instrument = Catalogue.builtIn().getFirst();
        add("instrument", 0, new InstrumentRegistered(instrument.key().toString(), instrument), DAY_0);
        for (int pulse = 1; written < events; pulse++) {
            pulse(instrument.key(), pulse);
        }
        flush();
        return written;
    }

    private void pulse(InstrumentKey instrument, int number) {
        var pulse = new PulseId("p" + number);
        var day = DAY_0.plusDays(number / 4);
        var closes = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var groups = IntStream.range(0, GROUPS).mapToObj(LongHistory::group).toList();
        add(
                "pulse:" + number,
                0,
                new PulseIssued(
                        pulse,
                        instrument,
                        PulseRules.DEFAULT,
                        new PulseDates(closes.minus(Duration.ofDays(8)), closes.minus(Duration.ofDays(7)), closes),
                        List.of(new AskedUnit(UNIT, "Town", null)),
                        groups,
                        new FrozenKeys("a".repeat(120), "b".repeat(64), "c".repeat(120), "d".repeat(64)),
                        null,
                        true),
                day);
        add("pulse:" + number, 1, new PulseOpened(pulse), day);
        add("pulse:" + number, 2, new PulseClosed(pulse), day);
        var outlines = groups.stream()
                .map(group -> new BlockOutline(group.name(), UNIT, new TreeSet<>(List.of(group.group())), true))
                .toList();
        var receipts = IntStream.range(0, GROUPS * 8)
                .mapToObj(i -> "%016x%016x"
                        .formatted(chance.nextLong(), chance.nextLong())
                        .repeat(2))
                .toList();
        add(
                "release:" + number,
                0,
                new CountPublished(
                        ReleaseId.of(pulse),
                        pulse,
                        instrument,
                        Disclosure.BANDED,
                        5,
                        20,
                        "default@1",
                        day,
                        outlines,
                        0,
                        receipts,
                        null,
                        List.of()),
                day);
        for (int at = 0; at < GROUPS; at++) {
            int n = 5 + chance.nextInt(8);
            var figures = ITEMS.stream()
                    .map(item -> new ItemFigures(
                            item, n, SumClasses.of(n).containing(n + chance.nextInt(4 * n)), null, null))
                    .toList();
            add(
                    "release:" + number,
                    1 + at,
                    new BlockReleased(
                            ReleaseId.of(pulse),
                            pulse,
                            groups.get(at).name(),
                            UNIT,
                            new TreeSet<>(List.of(groups.get(at).group())),
                            "F1",
                            n,
                            12,
                            figures,
                            List.of(),
                            List.of()),
                    day);
        }
        add("pulse:" + number, 3, new PulseCounted(pulse), day);
    }

    private static AskedGroup group(int at) {
        return new AskedGroup(
                new GroupId("group-" + at),
                "Group " + at,
                new TreeSet<>(List.of(new TeamId("team-" + at))),
                UNIT,
                12,
                "F1",
                ITEMS);
    }

    private void add(String aggregate, int sequence, Object event, LocalDate day) {
        var type = names.typeForClass(event.getClass());
        rows.add(new Object[] {
            aggregate + "/" + sequence,
            aggregate,
            sequence,
            type.getName(),
            type.getRevision(),
            day + "T00:00:00.000Z",
            names.serialize(event, String.class).getData()
        });
        written++;
        if (rows.size() == 1000) {
            flush();
        }
    }

    private void flush() {
        jdbc.batchUpdate(
                "insert into history_event (event_identifier, aggregate_identifier, sequence_number, type, payload_type,"
                        + " payload_revision, time_stamp, payload, meta_data) values (?, ?, ?, 'x', ?, ?, ?, ?, '{}')",
                rows);
        rows.clear();
    }
}

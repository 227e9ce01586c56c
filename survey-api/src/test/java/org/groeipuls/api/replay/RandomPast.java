package org.groeipuls.api.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.calibration.CalibrationEvent.CalibrationAdopted;
import org.groeipuls.calibration.CalibrationVersion;
import org.groeipuls.calibration.Constants;
import org.groeipuls.calibration.Origin;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentEvent.InstrumentRegistered;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.Localised;
import org.groeipuls.instrument.ResponseScale;
import org.groeipuls.intervention.InterventionEvent.InterventionRecorded;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.intervention.Particulars;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseEvent.PulseCancelled;
import org.groeipuls.pulse.PulseEvent.PulseClosed;
import org.groeipuls.pulse.PulseEvent.PulseCounted;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.release.BlockOutline;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.release.ReleaseId;
import org.groeipuls.release.ScaleFigures;
import org.groeipuls.rule.RuleEvent.RuleAdopted;
import org.groeipuls.rule.RuleVersion;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.scoring.SumClasses;
import org.groeipuls.scoring.Thresholds;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.springframework.jdbc.core.JdbcTemplate;

/** A past that one number makes up: groups that answer, merge, change and go without, constants, rules and markers. */
final class RandomPast {
    static final InstrumentKey INSTRUMENT = new InstrumentKey("made-up", 1);

    private static final UnitId UNIT = new UnitId("town");
    private static final LocalDate DAY_0 = LocalDate.parse("2027-01-04");
    private static final List<String> ITEMS = List.of("A1", "A2", "A3", "B1", "B2", "B3", "S1");

    private final SplittableRandom chance;
    private final List<Happened> events = new ArrayList<>();
    private final Map<String, Integer> sequences = new LinkedHashMap<>();
    private final List<GroupId> groups = new ArrayList<>();
    private final Map<GroupId, TreeSet<TeamId>> teams = new TreeMap<>();
    private String calibration = "default@1";

    /** An event with the aggregate it is of. */
    record Happened(String aggregate, int sequence, Object event, LocalDate day) {}

    RandomPast(long seed) {
        this(seed, 8);
    }

    /** @param pulses how many at least */
    RandomPast(long seed, int pulses) {
        chance = new SplittableRandom(seed);
        happened("instrument:made-up@1", new InstrumentRegistered(INSTRUMENT.toString(), instrument()), DAY_0);
        int count = 2 + chance.nextInt(4);
        for (int at = 0; at < count; at++) {
            var group = new GroupId("g" + at);
            groups.add(group);
            teams.put(group, new TreeSet<>(List.of(new TeamId("t" + at))));
        }
        int many = pulses + chance.nextInt(pulses);
        for (int at = 1; at <= many; at++) {
            between(at);
            pulse(at);
        }
    }

    List<Happened> events() {
        return events;
    }

    /** Writes it as history. */
    void into(DataSource source, EventNames names) {
        new JdbcTemplate(source)
                .batchUpdate(
                        "insert into history_event (event_identifier, aggregate_identifier, sequence_number, type,"
                                + " payload_type, payload_revision, time_stamp, payload, meta_data)"
                                + " values (?, ?, ?, 'x', ?, ?, ?, ?, '{}')",
                        events.stream()
                                .map(one -> {
                                    var type = names.typeForClass(one.event().getClass());
                                    return new Object[] {
                                        one.aggregate() + "/" + one.sequence(),
                                        one.aggregate(),
                                        one.sequence(),
                                        type.getName(),
                                        type.getRevision(),
                                        one.day() + "T00:00:00.000Z",
                                        names.serialize(one.event(), String.class)
                                                .getData()
                                    };
                                })
                                .toList());
    }

    private void happened(String aggregate, Object event, LocalDate day) {
        events.add(new Happened(aggregate, sequences.merge(aggregate, 1, Integer::sum) - 1, event, day));
    }

    private void between(int at) {
        var day = DAY_0.plusDays(28L * at - 7);
        if (chance.nextInt(6) == 0) {
            calibration = "year" + at + "@1";
            double offset = chance.nextInt(-4, 5) / 16.0;
            happened(
                    "calibration:" + calibration,
                    new CalibrationAdopted(
                            new CalibrationVersion(calibration),
                            new Constants(
                                    new TreeMap<>(Map.of("A1", offset, "A2", -offset)),
                                    new TreeMap<>(),
                                    new TreeMap<>(),
                                    new TreeMap<>(),
                                    .5 + chance.nextInt(5) / 10.0,
                                    .0025,
                                    .5),
                            Origin.stated("made up"),
                            day.plusDays(1)),
                    day);
        }
        if (chance.nextInt(8) == 0) {
            var rule = new ScoringRule(
                    new RuleVersion("rule" + at),
                    new TreeMap<>(Map.of("A1", 1.0 + chance.nextInt(3))),
                    new TreeSet<>(),
                    Thresholds.DEFAULT);
            happened("rule:rule" + at, new RuleAdopted(rule.rule(), rule, day.plusDays(1)), day);
        }
        if (chance.nextInt(4) == 0) {
            var in = teamsOf(groups.get(chance.nextInt(groups.size())));
            happened(
                    "intervention:i" + at,
                    new InterventionRecorded(
                            new InterventionId("i" + at),
                            new Particulars(LearningForm.RITUAL, day, null, null, LeaderRole.ABSENT, in)),
                    day);
        }
        if (chance.nextInt(5) == 0) {
            var group = groups.get(chance.nextInt(groups.size()));
            var more = new TreeSet<>(teamsOf(group));
            more.add(new TeamId("n" + at));
            teams.put(group, more);
        }
    }

    private TreeSet<TeamId> teamsOf(GroupId group) {
        return Objects.requireNonNull(teams.get(group));
    }

    private void pulse(int at) {
        var pulse = new PulseId("p" + at);
        var day = DAY_0.plusDays(28L * at);
        boolean exact = chance.nextInt(3) == 0;
        var asked = chance.nextBoolean() ? ITEMS : ITEMS.subList(0, 4);
        List<AskedGroup> frozen = new ArrayList<>();
        for (var group : groups) {
            if (frozen.size() < 2 || chance.nextInt(5) > 0) {
                frozen.add(asked(group, asked));
            }
        }
        happened("pulse:p" + at, issued(pulse, day, exact, frozen), day.minusDays(9));
        happened("pulse:p" + at, new PulseOpened(pulse), day.minusDays(8));
        if (chance.nextInt(9) == 0) {
            happened("pulse:p" + at, new PulseCancelled(pulse, "made up"), day.minusDays(2));
            return;
        }
        happened("pulse:p" + at, new PulseClosed(pulse), day);
        count(pulse, day, exact, frozen);
        happened("pulse:p" + at, new PulseCounted(pulse), day);
    }

    private AskedGroup asked(GroupId group, List<String> items) {
        var in = teamsOf(group);
        var from = new AskedGroup.Origin(
                chance.nextInt(4) == 0,
                true,
                List.of(new AskedGroup.Part(groups.get(chance.nextInt(groups.size())), 5)));
        return new AskedGroup(
                group,
                group.value(),
                in,
                UNIT,
                12,
                "all",
                items,
                chance.nextBoolean() ? new AskedGroup.Moves(chance.nextInt(2), 0) : null,
                in.size() > 1 && chance.nextInt(8) == 0 ? from : null);
    }

    private static PulseIssued issued(PulseId pulse, LocalDate day, boolean exact, List<AskedGroup> frozen) {
        Instant closes = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new PulseIssued(
                pulse,
                INSTRUMENT,
                new PulseRules(5, exact ? Disclosure.EXACT : Disclosure.BANDED, 20, TicketMode.LINK, 1),
                new PulseDates(closes.minus(Duration.ofDays(9)), closes.minus(Duration.ofDays(8)), closes),
                List.of(new AskedUnit(UNIT, "Town", null)),
                frozen,
                new FrozenKeys("a", "b", "c", "d"),
                null,
                true);
    }

    /** Each group answers for itself, goes without, or is counted together with the next one. */
    private void count(PulseId pulse, LocalDate day, boolean exact, List<AskedGroup> frozen) {
        List<BlockOutline> outlines = new ArrayList<>();
        List<BlockReleased> blocks = new ArrayList<>();
        for (int at = 0; at < frozen.size(); at++) {
            var name = "b" + at;
            var in = new TreeSet<>(List.of(frozen.get(at).group()));
            boolean merged = chance.nextInt(6) == 0 && at + 1 < frozen.size();
            if (merged) {
                in.add(frozen.get(++at).group());
            }
            boolean released = chance.nextInt(7) > 0;
            outlines.add(new BlockOutline(name, UNIT, in, released));
            if (released) {
                blocks.add(block(pulse, name, in, exact, frozen.get(at).items()));
            }
        }
        happened(
                "release:" + pulse.value(),
                new CountPublished(
                        ReleaseId.of(pulse),
                        pulse,
                        INSTRUMENT,
                        exact ? Disclosure.EXACT : Disclosure.BANDED,
                        5,
                        20,
                        calibration,
                        day,
                        outlines,
                        0,
                        List.of(),
                        null,
                        List.of()),
                day);
        blocks.forEach(block -> happened("release:" + pulse.value(), block, day));
    }

    private BlockReleased block(PulseId pulse, String name, TreeSet<GroupId> in, boolean exact, List<String> items) {
        int n = 5 + chance.nextInt(8);
        var figures = items.stream().map(item -> figures(item, n, exact)).toList();
        var scales = exact ? List.of(scale("a", figures, n), scale("b", figures, n)) : List.<ScaleFigures>of();
        return new BlockReleased(
                ReleaseId.of(pulse), pulse, name, UNIT, in, "all", n, Math.max(n, 12), figures, scales, List.of());
    }

    private ItemFigures figures(String item, int n, boolean exact) {
        int[] answers = IntStream.range(0, n).map(i -> 1 + chance.nextInt(5)).toArray();
        if (exact) {
            var counts = IntStream.rangeClosed(1, 5)
                    .mapToObj(value -> (int)
                            Arrays.stream(answers).filter(one -> one == value).count())
                    .toList();
            return new ItemFigures(item, n, null, counts, null);
        }
        return new ItemFigures(
                item, n, SumClasses.of(n).containing(Arrays.stream(answers).sum()), null, null);
    }

    private static ScaleFigures scale(String construct, List<ItemFigures> figures, int n) {
        var of = figures.stream()
                .map(ItemFigures::item)
                .filter(item -> item.startsWith(construct.toUpperCase(Locale.ROOT)))
                .toList();
        double sum = n * (2 + of.size() / 4.0);
        return new ScaleFigures(construct, of, n, sum, sum, null);
    }

    static Instrument instrument() {
        var labels = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> text(String.valueOf(i)))
                .toList();
        List<Item> items = ITEMS.stream()
                .map(id -> new Item(
                        id,
                        id.startsWith("S") ? null : id.startsWith("A") ? "a" : "b",
                        id.equals("A2"),
                        "agreement",
                        text(id),
                        null))
                .toList();
        return new Instrument(
                INSTRUMENT,
                text("Made up"),
                List.of(new ResponseScale("agreement", text("How far?"), labels)),
                List.of(construct("a"), construct("b")),
                items,
                List.of(new Form("all", ITEMS, Form.Audience.GROUP, false)),
                List.of("all"),
                List.of());
    }

    private static Construct construct(String key) {
        return new Construct(
                key, key.toUpperCase(Locale.ROOT), text(key), Construct.Level.GROUP, Construct.Kind.REFLECTIVE);
    }

    private static Localised text(String both) {
        return new Localised(both, both);
    }
}

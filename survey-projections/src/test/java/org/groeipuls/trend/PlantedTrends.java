package org.groeipuls.trend;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.intervention.InterventionEvent.InterventionRecorded;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.intervention.Particulars;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.pulse.AskedGroup.Moves;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.register.RegisterProjection;
import org.groeipuls.release.Withheld;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.Line;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.TrendPoint.Gap;
import org.groeipuls.trend.TrendPoint.MergedValue;
import org.groeipuls.trend.TrendPoint.Shown;
import org.groeipuls.trend.TrendRow.Measured;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of which the values are known, hardly any noise in them: a change is the difference of the values around it. Every
 * group is one team; pulse n is counted on day 28n.
 */
public final class PlantedTrends implements AutoCloseable {
    private static final LocalDate DAY_0 = LocalDate.parse("2027-01-01");
    private static final Path TABLES = Path.of("..", "survey-api", "src", "main", "resources", "db", "migration", "h2");

    private final SingleConnectionDataSource store = new SingleConnectionDataSource("jdbc:h2:mem:", true);
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<KnownGroup> groups = new ArrayList<>();
    private final TrendTable table;
    private final InterventionRegister register;
    private final JdbcClient jdbc;
    private final PulseAgenda agenda;
    private final Trends trends;
    private double noise = 1e-6;
    private double participation = .8;
    private @Nullable Moves moves;
    private @Nullable String rule;

    public PlantedTrends() {
        for (var file : List.of(
                "V1__history_views_roster", "V4__intervention_register", "V7__trend_outcome", "V18__reorganisation")) {
            new ResourceDatabasePopulator(new FileSystemResource(TABLES.resolve(file + ".sql"))).execute(store);
        }
        jdbc = JdbcClient.create(store);
        agenda = new PulseAgenda(jdbc, json);
        table = new TrendTable(jdbc, json);
        register = new InterventionRegister(jdbc, json);
        trends = new Trends(table, register, agenda, new OutcomeTable(jdbc, json));
    }

    public Trends trends() {
        return trends;
    }

    public OrganisationLines organisation() {
        return new OrganisationLines(table, register, agenda);
    }

    public InterventionRegister register() {
        return register;
    }

    public List<KnownGroup> groups() {
        return List.copyOf(groups);
    }

    /** The first day that pulse {@code pulse} can show. */
    public static LocalDate before(int pulse) {
        return DAY_0.plusDays(28L * pulse - 7);
    }

    /** In the lines that come, values have this variance, points². */
    public void noise(double variance) {
        noise = variance;
    }

    /** In the groups that come, this share answers every pulse. */
    public void answering(double share) {
        participation = share;
    }

    /** In the groups of ten that come, so many have joined before every pulse. */
    public void joining(int people) {
        moves = new Moves(people, 0);
    }

    /** A group with its values; NaN for a gap. */
    public void line(String group, String construct, double... values) {
        var teams = new TreeSet<>(List.of(new TeamId(group)));
        groups.add(new KnownGroup(new GroupId(group), teams));
        @Nullable Line state = null;
        for (int ordinal = 1; ordinal <= values.length; ordinal++) {
            double value = values[ordinal - 1];
            closed(new PulseId("p" + ordinal), DAY_0.plusDays(28L * ordinal));
            if (Double.isNaN(value)) {
                table.add(row(group, construct, teams, point(ordinal, null, withheld()), null));
            } else {
                var next = (state == null ? Line.start(3.6, .1) : state).next(value, noise, ordinal, 0);
                table.add(row(group, construct, teams, point(ordinal, shown(value, next), null), next));
                state = next;
            }
        }
    }

    /** A pulse of a group with a value of so many answers, closed on a day; an earlier one has a lower number. */
    void answered(String group, String construct, int ordinal, String pulse, LocalDate closed, double n, double value) {
        closed(new PulseId(pulse), closed);
        add(
                group,
                construct,
                ordinal,
                pulse,
                closed,
                new Shown(n, value, new Interval(1, 5), 3, new Interval(1, 5), Participation.MOST),
                null);
    }

    /** A pulse in which groups were counted together, closed on a day. */
    void merged(
            String construct, int ordinal, String pulse, LocalDate closed, double n, double value, String... groups) {
        closed(new PulseId(pulse), closed);
        var together = new TreeSet<>(Arrays.stream(groups).map(GroupId::new).toList());
        var gap = new Gap(Withheld.MERGED, new MergedValue(together, n, value, new Interval(1, 5)));
        for (var group : groups) {
            add(group, construct, ordinal, pulse, closed, null, gap);
        }
    }

    /** A pulse in which too few of a group answered, closed on a day. */
    void withheld(String group, String construct, int ordinal, String pulse, LocalDate closed) {
        closed(new PulseId(pulse), closed);
        add(group, construct, ordinal, pulse, closed, null, withheld());
    }

    /** From now on, points are by this rule. */
    void rule(String name) {
        rule = name;
    }

    private void add(
            String group,
            String construct,
            int ordinal,
            String pulse,
            LocalDate closed,
            @Nullable Shown shown,
            @Nullable Gap gap) {
        var teams = new TreeSet<>(List.of(new TeamId(group)));
        var point = new TrendPoint(
                new PulseId(pulse),
                closed,
                ordinal,
                1,
                new InstrumentKey("groeipuls", 1),
                Disclosure.BANDED,
                "default@1",
                rule,
                Participation.MOST,
                null,
                List.of(),
                shown,
                gap);
        table.add(row(group, construct, teams, point, null));
    }

    private void closed(PulseId pulse, LocalDate day) {
        if (!agenda.closings().containsKey(pulse)) {
            jdbc.sql(
                            "insert into agenda_pulse (pulse, state, opens_at, closes_at, issued) values (:p, 'COUNTED', 0, :at, '')")
                    .param("p", pulse.value())
                    .param("at", day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
                    .update();
        }
    }

    private TrendRow row(
            String group, String construct, SortedSet<TeamId> teams, TrendPoint point, @Nullable Line state) {
        var measured = state == null ? null : new Measured(noise, 0, participation);
        return new TrendRow(
                new GroupId(group), construct, teams, point, state, measured, null, 10, moves, null, null, null, null);
    }

    /** So many values, and after them others. */
    public void step(String group, String construct, int before, double value, int after, double then) {
        line(
                group,
                construct,
                Stream.concat(
                                Stream.generate(() -> value).limit(before),
                                Stream.generate(() -> then).limit(after))
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    /** Something was done in these teams, seen from a pulse on. */
    public void done(String id, LearningForm form, LeaderRole role, int pulse, String... teams) {
        done(id, form, role, before(pulse), null, teams);
    }

    /** Something was done in these teams from a day on, to another or still. */
    public void done(
            String id, LearningForm form, LeaderRole role, LocalDate from, @Nullable LocalDate to, String... teams) {
        var in = new TreeSet<>(Arrays.stream(teams).map(TeamId::new).toList());
        var event = new InterventionRecorded(new InterventionId(id), new Particulars(form, from, to, null, role, in));
        try {
            new AnnotationEventHandlerAdapter(new RegisterProjection(register))
                    .handle(GenericEventMessage.asEventMessage(event));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Gap withheld() {
        return new Gap(Withheld.TOO_FEW_ANSWERS, null);
    }

    private static Shown shown(double value, Line state) {
        return new Shown(8, value, new Interval(1, 5), state.m(), state.band(), Participation.MOST);
    }

    private static TrendPoint point(int ordinal, @Nullable Shown shown, @Nullable Gap gap) {
        return new TrendPoint(
                new PulseId("p" + ordinal),
                DAY_0.plusDays(28L * ordinal),
                ordinal,
                1,
                new InstrumentKey("groeipuls", 1),
                Disclosure.EXACT,
                "default@1",
                Participation.MOST,
                List.of(),
                shown,
                gap);
    }

    @Override
    public void close() {
        store.destroy();
    }
}

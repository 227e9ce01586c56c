package org.groeipuls.agenda;

import java.sql.Date;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.team.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where the pulses are kept. */
public final class PulseAgenda {
    private static final String SELECT = "select issued, state, closes_at, published, cancelled from agenda_pulse ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes events as history does */
    public PulseAgenda(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The pulse with this id. */
    public Optional<KnownPulse> find(PulseId pulse) {
        return read(jdbc.sql(SELECT + "where pulse = :pulse").param("pulse", pulse.value())).stream()
                .findFirst();
    }

    /** All pulses in the order in which they open. */
    public List<KnownPulse> all() {
        return read(jdbc.sql(SELECT + "order by opens_at, pulse"));
    }

    /** The pulses in this state, in the order in which they open. */
    public List<KnownPulse> in(PulseState state) {
        return read(jdbc.sql(SELECT + "where state = :state order by opens_at, pulse")
                .param("state", state.name()));
    }

    /** The pulses of which nothing is asked or counted any more. */
    public Set<PulseId> ended() {
        return new TreeSet<>(jdbc.sql("select pulse from agenda_pulse where state in (:ended)")
                .param("ended", List.of(PulseState.COUNTED.name(), PulseState.CANCELLED.name()))
                .query((row, n) -> new PulseId(row.getString("pulse")))
                .list());
    }

    /** Whether people are asked now: tickets can be fetched, a pulse is open, or it is closed and not counted yet. */
    public boolean asksAt(Instant now) {
        return Stream.of(PulseState.OPEN, PulseState.CLOSED, PulseState.ISSUED)
                .flatMap(state -> in(state).stream())
                .anyMatch(pulse -> !now.isBefore(pulse.issued().dates().ticketsFrom()));
    }

    /** When each group's last pulse before {@code except} opened, or will open; cancelled pulses do not count. */
    public SortedMap<GroupId, Instant> lastOpenings(PulseId except) {
        var last = new TreeMap<GroupId, Instant>();
        for (var pulse : all()) {
            if (pulse.state() != PulseState.CANCELLED && !pulse.issued().pulse().equals(except)) {
                pulse.issued()
                        .groups()
                        .forEach(group ->
                                last.put(group.group(), pulse.issued().dates().opensAt()));
            }
        }
        return last;
    }

    /** What a group was called when it was asked last, which may be long after it was dissolved. */
    public Optional<String> nameOf(GroupId group) {
        return all().reversed().stream()
                .flatMap(pulse -> pulse.issued().groups().stream())
                .filter(asked -> asked.group().equals(group))
                .map(AskedGroup::name)
                .findFirst();
    }

    /** When each pulse closes or closed. */
    public Map<PulseId, Instant> closings() {
        var closings = new TreeMap<PulseId, Instant>();
        jdbc.sql("select pulse, closes_at from agenda_pulse").query(row -> {
            closings.put(new PulseId(row.getString("pulse")), Instant.ofEpochMilli(row.getLong("closes_at")));
        });
        return closings;
    }

    /** On which day each pulse was issued. */
    public Map<PulseId, LocalDate> issueDays() {
        var days = new TreeMap<PulseId, LocalDate>();
        jdbc.sql("select pulse, issued_on from agenda_pulse").query(row -> {
            days.put(
                    new PulseId(row.getString("pulse")),
                    row.getDate("issued_on").toLocalDate());
        });
        return days;
    }

    private List<KnownPulse> read(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> {
                    var published = row.getString("published");
                    return new KnownPulse(
                            json.readValue(row.getString("issued"), PulseIssued.class),
                            PulseState.valueOf(row.getString("state")),
                            Instant.ofEpochMilli(row.getLong("closes_at")),
                            published == null ? null : json.readValue(published, CountPublished.class),
                            row.getString("cancelled"));
                })
                .list();
    }

    void issued(PulseIssued event, LocalDate on) {
        if (find(event.pulse()).isPresent()) {
            return;
        }
        jdbc.sql("insert into agenda_pulse (pulse, state, opens_at, closes_at, issued, issued_on)"
                        + " values (:pulse, :state, :opensAt, :closesAt, :issued, :on)")
                .param("pulse", event.pulse().value())
                .param("state", PulseState.ISSUED.name())
                .param("opensAt", event.dates().opensAt().toEpochMilli())
                .param("closesAt", event.dates().closesAt().toEpochMilli())
                .param("issued", json.writeValueAsString(event))
                .param("on", Date.valueOf(on))
                .update();
    }

    /** A pulse only goes forward: an event that comes again later does not bring an old state back. */
    void reached(PulseId pulse, PulseState state) {
        var before = Stream.of(PulseState.values())
                .filter(earlier -> earlier.compareTo(state) < 0)
                .map(PulseState::name)
                .toList();
        jdbc.sql("update agenda_pulse set state = :state where pulse = :pulse and state in (:before)")
                .param("state", state.name())
                .param("pulse", pulse.value())
                .param("before", before)
                .update();
    }

    void extended(PulseId pulse, Instant closesAt) {
        jdbc.sql("update agenda_pulse set closes_at = :closesAt where pulse = :pulse")
                .param("closesAt", closesAt.toEpochMilli())
                .param("pulse", pulse.value())
                .update();
    }

    void published(CountPublished event) {
        jdbc.sql("update agenda_pulse set published = :published where pulse = :pulse")
                .param("published", json.writeValueAsString(event), Types.VARCHAR)
                .param("pulse", event.pulse().value())
                .update();
    }

    void cancelled(PulseId pulse, String reason) {
        reached(pulse, PulseState.CANCELLED);
        jdbc.sql("update agenda_pulse set cancelled = :reason where pulse = :pulse")
                .param("reason", reason)
                .param("pulse", pulse.value())
                .update();
    }

    void clear() {
        jdbc.sql("delete from agenda_pulse").update();
    }
}

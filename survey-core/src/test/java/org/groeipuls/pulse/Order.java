package org.groeipuls.pulse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.FrozenKeys.TicketSigner;
import org.groeipuls.pulse.PulseCommand.IssuePulse;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** An order to issue a pulse that is granted as it stands; a test changes the one thing it is about. */
final class Order {
    static final PulseId PULSE = new PulseId("march");
    static final UnitId CITY = new UnitId("city");
    static final UnitId WORKS = new UnitId("works");
    static final GroupId PARKS = new GroupId("parks");
    static final Instant NOW = Instant.parse("2027-02-20T10:00:00Z");
    static final Instant OPENS = Instant.parse("2027-03-02T08:00:00Z");
    static final Instant CLOSES = Instant.parse("2027-03-12T16:00:00Z");

    PulseRules rules = new PulseRules(5, Disclosure.BANDED, 20, TicketMode.LINK, 1);
    PulseDates dates = new PulseDates(Instant.parse("2027-03-01T08:00:00Z"), OPENS, CLOSES);
    List<AskedUnit> units = List.of(new AskedUnit(CITY, "City", null), new AskedUnit(WORKS, "Works", CITY));
    List<AskedGroup> groups = List.of(
            group("parks", WORKS, 8, "parks", "water"),
            group("roads", WORKS, 12, "roads"),
            group("leads.city", CITY, 3));

    @Nullable
    Agreement agreement = new Agreement("decision 2027-4", LocalDate.of(2027, 1, 14));

    SortedMap<GroupId, Instant> previousOpenings = new TreeMap<>();
    SortedMap<GroupId, TicketSigner> tickets = new TreeMap<>();

    @Nullable
    String roster;

    @Nullable
    OpenText openText;

    @Nullable
    ZoneId zone;

    boolean demonstration;
    Instant now = NOW;

    IssuePulse command() {
        return new IssuePulse(
                PULSE,
                new InstrumentKey("groeipuls", 1),
                rules,
                dates,
                units,
                groups,
                new FrozenKeys("b3A=", "aa", "Y28=", "bb", tickets),
                agreement,
                previousOpenings,
                demonstration,
                roster,
                openText,
                zone,
                now);
    }

    static PulseIssued issued() {
        var granted = new Order().command();
        return new PulseIssued(
                granted.pulse(),
                granted.instrument(),
                granted.rules(),
                granted.dates(),
                granted.units(),
                granted.groups(),
                granted.keys(),
                granted.agreement(),
                granted.demonstration());
    }

    static AskedGroup group(String id, UnitId unit, int eligible, String... teams) {
        SortedSet<TeamId> members =
                new TreeSet<>(Stream.of(teams).map(TeamId::new).toList());
        return new AskedGroup(new GroupId(id), id, members, unit, eligible, "F1", List.of("PS1", "PS2"));
    }
}

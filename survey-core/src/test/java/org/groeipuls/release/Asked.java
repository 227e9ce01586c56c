package org.groeipuls.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.Localised;
import org.groeipuls.instrument.PairedPattern;
import org.groeipuls.instrument.ResponseScale;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** Small instruments and pulses for the tests of the count. */
final class Asked {
    private static final Localised TEXT = new Localised("tekst", "text");
    static final LocalDate DAY = LocalDate.of(2027, 3, 13);

    private Asked() {}

    /**
     * An instrument of one form, {@code all}.
     *
     * @param items words such as {@code a1}, of construct a, {@code -a2}, reversed, or {@code =h}, reported singly
     */
    static Instrument instrument(List<PairedPattern> pairs, String... items) {
        List<Item> made = Stream.of(items).map(Asked::item).toList();
        List<Construct> constructs = made.stream()
                .flatMap(item -> Stream.ofNullable(item.construct()))
                .distinct()
                .map(key -> new Construct(key, key, TEXT, Construct.Level.GROUP, Construct.Kind.REFLECTIVE))
                .toList();
        var form = new Form("all", made.stream().map(Item::id).toList(), Form.Audience.GROUP, false);
        return new Instrument(
                new InstrumentKey("small", 1),
                TEXT,
                List.of(new ResponseScale("agree", TEXT, List.of(TEXT, TEXT, TEXT, TEXT, TEXT))),
                constructs,
                made,
                List.of(form),
                List.of("all"),
                pairs);
    }

    private static Item item(String word) {
        boolean single = word.startsWith("=");
        boolean reversed = word.startsWith("-");
        String id = single || reversed ? word.substring(1) : word;
        return new Item(id, single ? null : id.substring(0, 1), reversed, "agree", TEXT, null);
    }

    static List<String> items(Instrument instrument) {
        return instrument.form("all").items();
    }

    static PairedPattern pair(String code, List<String> say, List<String> does) {
        return new PairedPattern(code, say, does, "all");
    }

    static PulseRules exact(int minimumGroup, int spreadMinimum) {
        return new PulseRules(minimumGroup, Disclosure.EXACT, spreadMinimum, TicketMode.LINK, 1);
    }

    static PulseRules banded(int minimumGroup) {
        return new PulseRules(minimumGroup, Disclosure.BANDED, 20, TicketMode.LINK, 1);
    }

    static AskedUnit unit(String id, @Nullable String parent) {
        return new AskedUnit(new UnitId(id), id, parent == null ? null : new UnitId(parent));
    }

    static AskedGroup group(String id, String unit, int eligible, List<String> items) {
        SortedSet<TeamId> teams = new TreeSet<>(List.of(new TeamId(id)));
        return new AskedGroup(new GroupId(id), id, teams, new UnitId(unit), eligible, "all", items);
    }

    /** An open question that these groups answer in the name of one unit. */
    static OpenText openText(String unit, String... groups) {
        SortedSet<GroupId> writing =
                new TreeSet<>(Stream.of(groups).map(GroupId::new).toList());
        return new OpenText(
                "b3A=", "aa", "Y28=", "bb", List.of(new TextUnit(new UnitId(unit), unit, writing, 40, null)), 90);
    }

    static PulseIssued pulse(PulseRules rules, List<AskedUnit> units, List<AskedGroup> groups) {
        return pulse(rules, units, groups, null);
    }

    static PulseIssued pulse(
            PulseRules rules, List<AskedUnit> units, List<AskedGroup> groups, @Nullable OpenText openText) {
        return new PulseIssued(
                new PulseId("march"),
                new InstrumentKey("small", 1),
                rules,
                new PulseDates(
                        Instant.parse("2027-03-01T08:00:00Z"),
                        Instant.parse("2027-03-02T08:00:00Z"),
                        Instant.parse("2027-03-12T16:00:00Z")),
                units,
                groups,
                new FrozenKeys("", "", "", ""),
                null,
                true,
                null,
                openText);
    }

    static <T> List<T> times(int n, T row) {
        return new ArrayList<>(java.util.Collections.nCopies(n, row));
    }
}

package org.groeipuls.trend;

import java.util.List;
import java.util.TreeSet;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.register.InterventionRegister;

/** The trends of groups, with what was done in them drawn in. */
public final class Trends {
    private final TrendTable table;
    private final InterventionRegister register;
    private final PulseAgenda agenda;

    public Trends(TrendTable table, InterventionRegister register, PulseAgenda agenda) {
        this.table = table;
        this.register = register;
        this.agenda = agenda;
    }

    /** The trend of a group for a construct; without points when there is none yet. */
    public TeamTrend read(KnownGroup group, String construct) {
        return read(group, List.of(construct)).getFirst();
    }

    /** The trends of a group for these constructs, in this order. */
    public List<TeamTrend> read(KnownGroup group, List<String> constructs) {
        var rows = table.pulses(group.group());
        var teams = new TreeSet<>(group.teams());
        rows.forEach(row -> teams.addAll(row.teams()));
        var markers = new Markers(rows, group.teams(), register.of(teams), agenda.closings());
        return constructs.stream()
                .map(construct -> markers.on(table.read(group.group(), construct)))
                .toList();
    }
}

package org.groeipuls.api.teamlead;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.groeipuls.anonymity.MirrorKeys;
import org.groeipuls.api.teamlead.MirrorPlaces.Place;
import org.groeipuls.mirror.MirrorAnswers;
import org.groeipuls.mirror.MirrorId;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.reflection.Reflection;
import org.groeipuls.reflection.ReflectionTable;
import org.groeipuls.reflection.SelfBesideGroup;
import org.groeipuls.roster.LeadKeys;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Trends;

/** Reads what leads answered of themselves, with the keys that are left, and puts it beside what was released. */
public final class MirrorReader {
    private final LeadKeys holders;
    private final MirrorKeys keys;
    private final ReflectionTable table;
    private final TeamLeads leads;
    private final Trends trends;
    private final Calibrations calibrations;

    public MirrorReader(
            LeadKeys holders,
            MirrorKeys keys,
            ReflectionTable table,
            TeamLeads leads,
            Trends trends,
            Calibrations calibrations) {
        this.holders = holders;
        this.keys = keys;
        this.table = table;
        this.leads = leads;
        this.trends = trends;
        this.calibrations = calibrations;
    }

    /** The mirror of the lead whose key has this id. */
    Optional<Reflection> find(Place place, String keyId) {
        return table.find(idOf(place, keyId));
    }

    static MirrorId idOf(Place place, String keyId) {
        return MirrorId.of(keyId, place.group().group(), place.id());
    }

    /** What was answered; empty when the key is gone. */
    Optional<MirrorAnswers> answers(Place place, Reflection reflection, String keyId) {
        var answered = reflection.answered();
        var items = place.instrument().form(answered.form()).items();
        return keys.find(keyId).flatMap(key -> MirrorAnswers.read(answered.mirror(), items, answered.sealed(), key));
    }

    /** What leads show the group; of whoever was erased an empty one. Nothing once it is another group or has other leads. */
    List<Optional<MirrorAnswers>> shared(Place place) {
        if (!place.same()) {
            return List.of();
        }
        var ids = holders.all();
        return table.shared(place.group().group(), place.id()).stream()
                .map(reflection -> ids.stream()
                        .filter(id ->
                                idOf(place, id).equals(reflection.answered().mirror()))
                        .findFirst()
                        .flatMap(id -> answers(place, reflection, id)))
                .toList();
    }

    /** Whether any lead shows the group anything. */
    boolean showsAny(Place place) {
        return !table.shared(place.group().group(), place.id()).isEmpty();
    }

    /** Whether the group has several leads: then its people spoke of all of them, and there is no gap with one. */
    boolean severalLeads(Place place) {
        var byTeam = leads.byTeam();
        var all = new TreeSet<String>();
        for (TeamId team : place.group().teams()) {
            all.addAll(byTeam.getOrDefault(team, new TreeSet<>()));
        }
        return all.size() > 1;
    }

    /**
     * The answers beside the group's figures of this pulse, as far as they are theirs to see who are in it now; without a
     * gap when the group has several leads.
     */
    SelfBesideGroup beside(Place place, Map<String, Integer> answers) {
        var group = new KnownGroup(place.group().group(), place.group().teams());
        var points = trends.read(group, trends.constructs(group.group()), place.sight()).stream()
                .flatMap(trend -> trend.points().stream())
                .filter(point -> point.pulse().equals(place.id()))
                .toList();
        var beside = SelfBesideGroup.of(place.instrument(), place.form(), answers, points, calibrations);
        return severalLeads(place) ? new SelfBesideGroup(beside.pairs(), null) : beside;
    }
}

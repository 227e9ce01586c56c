package org.groeipuls.pages.hr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.groeipuls.api.hr.PeopleChanges;
import org.groeipuls.api.hr.PeopleChanges.Member;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.pages.Words;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/** What a list would change, in words for HR. */
record PeopleDiff(PeopleChanges changes, Map<String, String> names, Organisation organisation, Words words) {
    /** Somebody, and what it is about them. */
    record Line(String person, String what) {}

    /** Something that gets another size. */
    record Size(String name, int before, int after) {}

    public String id() {
        return changes.id();
    }

    public boolean unchanged() {
        return changes.unchanged();
    }

    public int people() {
        return changes.people();
    }

    public Folded<Line> joins() {
        return Folded.of(changes.joins().stream().map(this::line).toList());
    }

    public Folded<Line> leaves() {
        return Folded.of(changes.leaves().stream().map(this::line).toList());
    }

    private Line line(Member member) {
        var key = member.role().equals("lead") ? "hr.diff.leads" : "hr.diff.in";
        return new Line(called(member.person(), member.name()), words.text(key, teams(member.teams())));
    }

    public Folded<Line> moves() {
        return Folded.of(changes.moves().stream()
                .map(move -> new Line(
                        called(move.person(), names.get(move.person())),
                        words.text("hr.diff.moves", teams(move.from()), teams(move.to()))))
                .toList());
    }

    /** Other names, addresses, languages and roles. */
    public Folded<Line> others() {
        var lines = new ArrayList<Line>();
        changes.names()
                .forEach(name -> lines.add(new Line(
                        called(name.person(), name.from()),
                        words.text("hr.diff.name", name.to() == null ? words.text("hr.diff.no-name") : name.to()))));
        changes.changed()
                .forEach(one -> lines.add(new Line(
                        called(one.person(), names.get(one.person())),
                        words.listed(one.columns().stream()
                                .map(column -> words.text("hr.diff." + column))
                                .toList()))));
        return Folded.of(lines);
    }

    public Folded<Size> sizes() {
        var sizes = new ArrayList<Size>();
        changes.teams().forEach(size -> sizes.add(new Size(name(size.team()), size.before(), size.after())));
        changes.units()
                .forEach(size -> sizes.add(new Size(
                        words.text(
                                "group.leads",
                                organisation
                                        .unit(size.unit())
                                        .map(KnownUnit::name)
                                        .orElse(size.unit().value())),
                        size.before(),
                        size.after())));
        return Folded.of(sizes);
    }

    private static String called(String person, @Nullable String name) {
        return name == null ? person : name + " (" + person + ")";
    }

    private String teams(Collection<TeamId> teams) {
        return teams.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(TeamId team) {
        return organisation.team(team).map(KnownTeam::name).orElse(team.value());
    }
}

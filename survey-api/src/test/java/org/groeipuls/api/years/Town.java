package org.groeipuls.api.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** An organisation of four units under one root that is reorganised twice, and what its lines should begin from. */
final class Town {
    static final int EACH = 8;
    private static final List<String> UNITS = List.of("noord", "oost", "zuid", "west");

    private final Nodes nodes;
    private final SortedMap<String, String> people = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> leads = new TreeMap<>();
    private final SortedMap<String, Line> lines = new TreeMap<>();

    /**
     * What is known of the line of a team of today.
     *
     * @param since how many pulses there were before it
     * @param before the groups it comes from, those of the latest stretch first
     */
    record Line(int since, List<SortedSet<String>> before) {}

    Town(Nodes nodes, int teams) {
        this.nodes = nodes;
        unit("stad", "");
        for (var unit : UNITS) {
            unit(unit, ",'parent':'stad'");
            for (int number = 1; number <= teams; number++) {
                team(unit, unit + "-" + number);
            }
        }
        list();
    }

    private void unit(String unit, String more) {
        nodes.hr("PUT", "/units/" + unit, "{'name':'Dienst " + unit + "'" + more + "}", 201);
    }

    private void team(String unit, String team) {
        nodes.hr("PUT", "/teams/" + team, "{'name':'Team %s','unit':'%s','size':0}".formatted(team, unit), 201);
        join(team, EACH);
        leads.put("lead-" + team, new TreeSet<>(List.of(team)));
        lines.put(team, new Line(0, List.of()));
    }

    private void join(String team, int more) {
        int there = in(team).size();
        IntStream.range(there, there + more).forEach(i -> people.put("%s.%02d".formatted(team, i), team));
    }

    private List<String> in(String team) {
        return people.keySet().stream()
                .filter(person -> team.equals(people.get(person)))
                .toList();
    }

    /** Sends the list of everybody: half of them read Dutch and half English. */
    private void list() {
        var csv = new StringBuilder("person,address,language,team,role\n");
        people.forEach((person, team) -> row(csv, person, team, "employee"));
        leads.forEach((lead, teams) -> teams.forEach(team -> row(csv, lead, team, "lead")));
        var reply = nodes.first()
                .ask("hr", "POST", "/api/v1/people/imports?dryRun=false", csv.toString(), "Content-Type", "text/csv");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    private static void row(StringBuilder csv, String person, String team, String role) {
        csv.append("%s,%s,%s,%s,%s\n".formatted(person, address(person), language(person), team, role));
    }

    private static String address(String person) {
        return person + "@town.example";
    }

    /** Of somebody, or of their address. */
    static String language(String person) {
        return person.replaceFirst("@.*", "").hashCode() % 2 == 0 ? "nl" : "en";
    }

    /** Whether it is the address of somebody who leads a team. */
    static boolean leads(String address) {
        return address.startsWith("lead-");
    }

    /** The addresses of everybody who is in the list. */
    SortedSet<String> addresses() {
        var all = new TreeSet<String>();
        people.keySet().forEach(person -> all.add(address(person)));
        leads.keySet().forEach(person -> all.add(address(person)));
        return all;
    }

    /** The teams of today, each with what its line should be. */
    Map<String, Line> lines() {
        return Map.copyOf(lines);
    }

    /** Nobody reorganises it: its gaps are in nobody's past. */
    static String quiet() {
        return "west-1";
    }

    /** A team grows and becomes two, and two teams become one. */
    void reorganiseFirst(int pulses, String day) {
        join("noord-1", EACH);
        list();
        change(
                "{'kind':'split','effectiveOn':'%s','team':'noord-1','into':[{'team':'noord-1a','name':'Noord 1 A','size':8},{'team':'noord-1b','name':'Noord 1 B','size':8}]}",
                day);
        var all = in("noord-1");
        all.subList(0, EACH).forEach(person -> people.put(person, "noord-1a"));
        all.subList(EACH, all.size()).forEach(person -> people.put(person, "noord-1b"));
        become(List.of("noord-1"), List.of("noord-1a", "noord-1b"), pulses);
        // a lead of teams of two units would be alone in the group of leads above both
        leads.put("lead-noord-1", new TreeSet<>(List.of("noord-1a")));
        leads.put("lead-noord-1b", new TreeSet<>(List.of("noord-1b")));
        change(
                "{'kind':'merge','effectiveOn':'%s','teams':['noord-2','noord-3'],'into':[{'team':'noord-23','name':'Noord 2 en 3'}]}",
                day);
        become(List.of("noord-2", "noord-3"), List.of("noord-23"), pulses);
        list();
    }

    /** One team moves, one changes its name, and two of different units become one. */
    void reorganiseAgain(int pulses, String day) {
        change("{'kind':'move','effectiveOn':'%s','team':'oost-1','to':'zuid'}", day);
        change("{'kind':'rename','effectiveOn':'%s','team':'oost-2','name':'Oostenwind'}", day);
        change(
                "{'kind':'merge','effectiveOn':'%s','teams':['noord-1b','zuid-1'],'into':[{'team':'samen','name':'Samen','unit':'zuid'}]}",
                day);
        become(List.of("noord-1b", "zuid-1"), List.of("samen"), pulses);
        list();
    }

    private void change(String json, String day) {
        nodes.hr("POST", "/organisation/changes", json.formatted(day), 201);
    }

    private void become(List<String> from, List<String> into, int pulses) {
        List<SortedSet<String>> before = new ArrayList<>(List.of(new TreeSet<>(from)));
        from.forEach(
                team -> before.addAll(Objects.requireNonNull(lines.remove(team)).before()));
        into.forEach(team -> lines.put(team, new Line(pulses, before)));
        if (into.size() == 1) {
            people.replaceAll((person, team) -> from.contains(team) ? into.getFirst() : team);
        }
        leads.values().forEach(led -> {
            if (led.removeAll(from)) {
                led.addAll(into);
            }
        });
    }
}

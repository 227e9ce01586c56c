package org.groeipuls.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A municipal service of 149 people: three departments, ten teams of 4 to 40 in eight groups, ten leads. */
public final class DemoOrganisation {
    /** The whole service; its leads answer here. */
    public static final String ROOT = "stadszaken";

    /** The group that the leads answer in. */
    public static final String LEADS = "leads." + ROOT;

    static final String CALLS = "klantcontact";
    static final String DESK = "balie";
    static final String NORTH = "wijkteam-noord";
    static final String SOUTH = "wijkteam-zuid";
    static final String GREEN = "groenbeheer";
    static final String WARDENS = "handhaving";
    static final String RECORDS = "akten-en-vergunningen";
    static final String CARE = "jeugd-en-schuldhulp";

    private DemoOrganisation() {}

    /** @param size leads who answer in this unit */
    record Unit(String id, String name, @Nullable String parent, int size) {}

    /** @param size people without leads */
    record Team(String id, String name, String unit, int size) {
        String lead() {
            return "lead-" + id;
        }

        /** The sign-ins of its people, without the lead. */
        List<String> people() {
            return IntStream.rangeClosed(1, size)
                    .mapToObj(number -> "%s-%02d".formatted(id, number))
                    .toList();
        }
    }

    /** One or more teams that are shown together; a group of one team has the team's id. */
    record Group(String id, String department, List<Team> teams) {
        int size() {
            return teams.stream().mapToInt(Team::size).sum();
        }

        /** The sign-ins of its people. */
        List<String> people() {
            return teams.stream().flatMap(team -> team.people().stream()).toList();
        }
    }

    static final List<Unit> UNITS = List.of(
            new Unit(ROOT, "Dienst Stadszaken", null, 10),
            new Unit("dienstverlening", "Dienstverlening", ROOT, 0),
            new Unit("sociaal-domein", "Sociaal domein", ROOT, 0),
            new Unit("openbare-ruimte", "Openbare ruimte", ROOT, 0));

    static final List<Team> TEAMS = List.of(
            new Team(CALLS, "Klantcontactcentrum", "dienstverlening", 40),
            new Team(DESK, "Balie en paspoorten", "dienstverlening", 24),
            new Team("burgerlijke-stand", "Burgerlijke stand", "dienstverlening", 5),
            new Team("vergunningen", "Vergunningen", "dienstverlening", 6),
            new Team(NORTH, "Wijkteam Noord", "sociaal-domein", 14),
            new Team(SOUTH, "Wijkteam Zuid", "sociaal-domein", 12),
            new Team("schuldhulp", "Schuldhulp", "sociaal-domein", 4),
            new Team("jeugd", "Jeugd en gezin", "sociaal-domein", 9),
            new Team(GREEN, "Groenbeheer", "openbare-ruimte", 18),
            new Team(WARDENS, "Handhaving", "openbare-ruimte", 7));

    private static final Map<String, List<String>> COMBINED =
            Map.of(RECORDS, List.of("burgerlijke-stand", "vergunningen"), CARE, List.of("jeugd", "schuldhulp"));

    /** The eight groups in the order of their teams. */
    static List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Team team : TEAMS) {
            String id = groupOf(team);
            if (groups.stream().noneMatch(group -> group.id().equals(id))) {
                groups.add(new Group(
                        id,
                        team.unit(),
                        TEAMS.stream()
                                .filter(other -> groupOf(other).equals(id))
                                .toList()));
            }
        }
        return List.copyOf(groups);
    }

    private static String groupOf(Team team) {
        return COMBINED.entrySet().stream()
                .filter(combined -> combined.getValue().contains(team.id()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(team.id());
    }

    /** The sign-ins of a group's people, the leads' included. */
    static List<String> peopleOf(String group) {
        if (group.equals(LEADS)) {
            return TEAMS.stream().map(Team::lead).toList();
        }
        return groups().stream()
                .filter(known -> known.id().equals(group))
                .findFirst()
                .orElseThrow()
                .people();
    }

    /** The ids of the departments in their order. */
    static List<String> departments() {
        return UNITS.stream()
                .filter(unit -> unit.parent() != null)
                .map(Unit::id)
                .toList();
    }

    /** The ids of a department's groups, in order. */
    static List<String> groupsOf(String department) {
        return groups().stream()
                .filter(group -> group.department().equals(department))
                .map(Group::id)
                .toList();
    }

    /** Registers all of it, as HR would. */
    static void register(SurveyClient client) {
        for (Unit unit : UNITS) {
            Map<String, Object> body = unit.parent() == null
                    ? Map.of("name", unit.name(), "size", unit.size())
                    : Map.of("name", unit.name(), "parent", unit.parent(), "size", unit.size());
            client.put("hr", "/units/" + unit.id(), body);
        }
        for (Team team : TEAMS) {
            client.put(
                    "hr",
                    "/teams/" + team.id(),
                    Map.of(
                            "name", team.name(),
                            "unit", team.unit(),
                            "size", team.size(),
                            "leads", List.of(team.lead())));
        }
        COMBINED.forEach((group, teams) -> client.put("hr", "/groups/" + group, Map.of("teams", teams)));
        client.text("hr", "/people/imports?dryRun=false", "text/csv", people()).expect(200);
    }

    /** The people as a list that HR sends; leads of departments are too few for a group and answer with the root's. */
    private static String people() {
        var list = new StringBuilder("person,name,address,language,team,role\n");
        for (Team team : TEAMS) {
            team.people().forEach(person -> row(list, person, team, "employee"));
            row(list, team.lead(), team, "lead");
        }
        return list.toString();
    }

    private static void row(StringBuilder list, String person, Team team, String role) {
        list.append("%s,%s,%s@stadszaken.example,nl,%s,%s%n"
                .formatted(person, DemoNames.of(person), person, team.id(), role));
    }
}

package org.groeipuls.pages.hr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.groeipuls.api.hr.ReorganisationRequest;
import org.groeipuls.api.hr.ReorganisationRequest.Into;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.team.ReorganisationId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * The form of a reorganisation, read. Teams that come of it stand in rows: code1, name1, unit1, size1 and so on.
 *
 * @param wrong the code of what cannot be read, by field; when it holds anything the request means nothing
 */
record ReorganisationForm(ReorganisationRequest request, Map<String, String> wrong) {
    /** In the order in which they are offered. */
    static final List<String> KINDS = List.of("split", "merge", "move", "rename", "close");

    static final int FEWEST_ROWS = 2;
    static final int MOST_ROWS = 12;
    private static final int MOST_PEOPLE = 100_000;
    private static final TeamId NO_TEAM = new TeamId("none");
    private static final UnitId NO_UNIT = new UnitId("none");
    private static final String TEAM = "team:";
    private static final String UNIT = "unit:";
    private static final String CODE = "code";

    /** Which field a refusal is about, where the form itself did not find it; what is about none is about the day. */
    private static final Map<String, String> FIELDS = Map.of(
            "unit-above-itself", "to",
            "team-not-empty", "what",
            "unit-not-empty", "what",
            "team-closed", "code1",
            "name-not-allowed", "name",
            "size-not-allowed", "size1");

    static String fieldOf(String code, String kind) {
        var field = FIELDS.getOrDefault(code, "effectiveOn");
        return field.equals("name") && (kind.equals("split") || kind.equals("merge")) ? "name1" : field;
    }

    static Sheet fresh(String kind, LocalDate today) {
        return new Sheet()
                .with("kind", kind)
                .with("effectiveOn", today.toString())
                .with("rows", String.valueOf(FEWEST_ROWS));
    }

    /** How many rows there are for teams that come of it. */
    static int rows(Sheet sheet) {
        if (!sheet.is("kind", "split")) {
            return 1;
        }
        try {
            return Math.clamp(Integer.parseInt(sheet.one("rows").strip()), FEWEST_ROWS, MOST_ROWS);
        } catch (NumberFormatException notANumber) {
            return FEWEST_ROWS;
        }
    }

    /** An id for a change that is looked at, so that confirming it twice makes it once. */
    static String id() {
        return "change-" + UUID.randomUUID();
    }

    /** @param sheet with a kind that there is */
    static ReorganisationForm read(Sheet sheet, Organisation now, LocalDate today) {
        var fields = new Fields(sheet);
        var kind = fields.text("kind");
        boolean named = kind.equals("move") || kind.equals("rename") || kind.equals("close");
        var what = named ? what(fields, now) : "";
        var request = new ReorganisationRequest(
                sheet.one("id").isBlank() ? null : fields.id("id", ReorganisationId::new, new ReorganisationId("none")),
                kind,
                day(fields, today),
                kind.equals("split") ? splitTeam(fields, now) : team(what),
                unit(what),
                kind.equals("merge") ? merged(sheet, fields, now) : null,
                named ? null : into(sheet, fields, now),
                kind.equals("move") && !chosen(fields, "to").isEmpty() ? fields.id("to", UnitId::new, NO_UNIT) : null,
                kind.equals("rename") ? fields.needed("name", "name-not-allowed") : null);
        return new ReorganisationForm(request, fields.wrong());
    }

    private static LocalDate day(Fields fields, LocalDate today) {
        var day = fields.day("effectiveOn");
        if (day.isBefore(today.minusYears(1)) || day.isAfter(today.plusYears(1))) {
            fields.fault("effectiveOn", "effective-on-too-far");
        }
        return day;
    }

    /** A team or unit that there is, with what it is before its id; empty with a fault when it is none. */
    private static String what(Fields fields, Organisation now) {
        var typed = fields.text("what");
        boolean there = now.teams().stream()
                        .anyMatch(known -> typed.equals(TEAM + known.team().value()))
                || now.units().stream()
                        .anyMatch(known -> typed.equals(UNIT + known.unit().value()));
        if (!there) {
            fields.fault("what", "choose-one");
        }
        return there ? typed : "";
    }

    private static String chosen(Fields fields, String field) {
        return fields.needed(field, "choose-one");
    }

    private static TeamId splitTeam(Fields fields, Organisation now) {
        if (chosen(fields, "team").isEmpty()) {
            return NO_TEAM;
        }
        var team = fields.id("team", TeamId::new, NO_TEAM);
        if (now.team(team).isEmpty()) {
            fields.fault("team", "choose-one");
        }
        return team;
    }

    private static @Nullable TeamId team(String what) {
        return what.startsWith(TEAM) ? new TeamId(what.substring(TEAM.length())) : null;
    }

    private static @Nullable UnitId unit(String what) {
        return what.startsWith(UNIT) ? new UnitId(what.substring(UNIT.length())) : null;
    }

    private static List<TeamId> merged(Sheet sheet, Fields fields, Organisation now) {
        var teams = now.teams().stream()
                .map(known -> known.team())
                .filter(team -> sheet.is("teams", team.value()))
                .toList();
        if (teams.size() < 2 || teams.size() < sheet.all("teams").size()) {
            fields.fault("teams", "teams-missing");
        }
        return teams;
    }

    private static List<Into> into(Sheet sheet, Fields fields, Organisation now) {
        boolean split = sheet.is("kind", "split");
        Set<TeamId> own = new HashSet<>();
        now.teams().stream()
                .map(known -> known.team())
                .filter(team -> split ? sheet.is("team", team.value()) : sheet.is("teams", team.value()))
                .forEach(own::add);
        List<Into> into = new ArrayList<>();
        for (int row = 1; row <= rows(sheet); row++) {
            if (row <= FEWEST_ROWS || anything(fields, row)) {
                into.add(row(fields, row, split, own, now));
            }
        }
        Set<TeamId> seen = new HashSet<>();
        for (int at = 0; at < into.size(); at++) {
            if (!seen.add(into.get(at).team())) {
                fields.fault(CODE + (at + 1), "code-twice");
            }
        }
        return into;
    }

    private static boolean anything(Fields fields, int row) {
        return !(fields.text(CODE + row) + fields.text("name" + row) + fields.text("size" + row)).isEmpty();
    }

    /** @param own the teams that it comes of, whose codes are free for it */
    private static Into row(Fields fields, int row, boolean split, Set<TeamId> own, Organisation now) {
        var field = CODE + row;
        var team = fields.needed(field, "code-missing").isEmpty() ? NO_TEAM : fields.id(field, TeamId::new, NO_TEAM);
        boolean known = now.team(team).isPresent();
        if (known && !own.contains(team)) {
            fields.fault(field, "team-known");
        }
        var name = known ? fields.text("name" + row) : fields.needed("name" + row, "name-not-allowed");
        var unit = fields.text("unit" + row).isEmpty() ? null : fields.id("unit" + row, UnitId::new, NO_UNIT);
        var size = fields.text("size" + row).isEmpty() && !split ? null : fields.number("size" + row, 0, MOST_PEOPLE);
        return new Into(team, name.isEmpty() ? null : name, unit, size);
    }
}

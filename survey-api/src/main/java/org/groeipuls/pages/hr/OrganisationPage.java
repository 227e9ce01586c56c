package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.groeipuls.api.hr.OrganisationDesk;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.organisation.Reorganisations.State;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Units and teams: what there is, who leads, how many people, and what is going to change. */
@Controller
final class OrganisationPage {
    static final String PATH = "/hr/organisation";
    private static final int MOST_PEOPLE = 100_000;
    private static final TeamId NO_TEAM = new TeamId("none");
    private static final UnitId NO_UNIT = new UnitId("none");

    /** Which field a refusal is about; what is about none is about the name. */
    private static final Map<String, String> FIELDS = Map.of(
            "unit-unknown", "unit",
            "unit-above-itself", "parent",
            "id-not-allowed", "team",
            "size-not-allowed", "size",
            "team-closed", "team",
            "unit-closed", "id",
            "person-not-allowed", "leads");

    private final OrganisationDesk desk;
    private final TeamLeads leads;
    private final Reorganisations changes;
    private final Room room;

    OrganisationPage(OrganisationDesk desk, TeamLeads leads, Reorganisations changes, Room room) {
        this.desk = desk;
        this.leads = leads;
        this.changes = changes;
        this.room = room;
    }

    /** @param change the team or unit whose form is open, as {@code team:id} or {@code unit:id} */
    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(value = "change", required = false) @Nullable String change, HttpServletRequest request) {
        var now = desk.read();
        return page(HttpStatus.OK, now, sheet(now, change == null ? "" : change), Map.of(), request);
    }

    private Sheet sheet(Organisation now, String change) {
        var sheet = new Sheet();
        now.teams().stream()
                .filter(team -> change.equals("team:" + team.team().value()))
                .forEach(team -> sheet.with("kind", "team")
                        .with("known", "yes")
                        .with("team", team.team().value())
                        .with("name", team.name())
                        .with("unit", team.unit().value())
                        .with("size", String.valueOf(team.size()))
                        .with("leads", String.join("\n", leads.byTeam().getOrDefault(team.team(), new TreeSet<>()))));
        now.units().stream()
                .filter(unit -> change.equals("unit:" + unit.unit().value()))
                .forEach(unit -> sheet.with("kind", "unit")
                        .with("known", "yes")
                        .with("id", unit.unit().value())
                        .with("called", unit.name())
                        .with(
                                "parent",
                                unit.parent() == null ? "" : unit.parent().value())
                        .with("answering", String.valueOf(unit.size())));
        return sheet;
    }

    @PostMapping(PATH + "/units")
    ResponseEntity<String> unit(HttpServletRequest request) {
        var sheet = Sheet.of(request).with("kind", "unit");
        var fields = new Fields(sheet);
        var id = fields.id("id", UnitId::new, NO_UNIT);
        var name = fields.needed("called", "name-not-allowed");
        var parent = fields.text("parent").isEmpty() ? null : fields.id("parent", UnitId::new, NO_UNIT);
        int size = fields.text("answering").isEmpty() ? 0 : fields.number("answering", 0, MOST_PEOPLE);
        return saved(sheet, fields, "called", () -> desk.unit(id, name, parent, size), request);
    }

    @PostMapping(PATH + "/teams")
    ResponseEntity<String> team(HttpServletRequest request) {
        var sheet = Sheet.of(request).with("kind", "team");
        var fields = new Fields(sheet);
        var id = fields.id("team", TeamId::new, NO_TEAM);
        var name = fields.needed("name", "name-not-allowed");
        var unit = fields.id("unit", UnitId::new, NO_UNIT);
        int size = fields.text("size").isEmpty() ? 0 : fields.number("size", 0, MOST_PEOPLE);
        var who = fields.text("leads")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return saved(sheet, fields, "name", () -> desk.team(id, name, unit, size, who), request);
    }

    private ResponseEntity<String> saved(
            Sheet sheet, Fields fields, String otherwise, Runnable doing, HttpServletRequest request) {
        var words = room.words(request);
        if (!fields.readable()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, desk.read(), sheet, room.why(fields.wrong(), words), request);
        }
        return room.done(
                request,
                PATH + "?said=organisation-saved",
                doing,
                refused -> page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        desk.read(),
                        sheet,
                        Map.of(FIELDS.getOrDefault(refused.code(), otherwise), room.why(refused, words)),
                        request));
    }

    private ResponseEntity<String> page(
            HttpStatus status, Organisation now, Sheet sheet, Map<String, String> wrong, HttpServletRequest request) {
        var words = room.words(request);
        var content = new HashMap<String, Object>();
        content.put("units", UnitLine.all(now, leads.byTeam(), words));
        content.put("choices", List.copyOf(now.units()));
        content.put(
                "planned",
                changes.all().stream()
                        .filter(one -> one.state() == State.PLANNED)
                        .count());
        content.put("sheet", sheet);
        content.put("wrong", wrong);
        return room.page(status, "organisation", PATH, request, content);
    }
}

package org.groeipuls.pages.team;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groeipuls.action.ActionId;
import org.groeipuls.action.ActionState;
import org.groeipuls.action.Owner;
import org.groeipuls.api.followup.ActionDesk;
import org.groeipuls.api.followup.BundleDesk;
import org.groeipuls.api.followup.PointDesk;
import org.groeipuls.development.PointId;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Typed;
import org.groeipuls.pages.followup.Happened;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a lead writes down what the team agreed and what came of it, and sends up the one sentence of the group. */
@Controller
public final class ActionsPage {
    private static final List<String> SAID = List.of("recorded", "removed", "sent");

    /** Who agrees on something does so after one of the last pulses. */
    private static final int PULSES = 6;

    private final ActionDesk desk;
    private final PointDesk points;
    private final BundleDesk bundles;
    private final OrganisationTable organisation;
    private final Pages pages;

    public ActionsPage(
            ActionDesk desk, PointDesk points, BundleDesk bundles, OrganisationTable organisation, Pages pages) {
        this.desk = desk;
        this.points = points;
        this.bundles = bundles;
        this.organisation = organisation;
        this.pages = pages;
    }

    /** A pulse to choose. */
    record Choice(String id, String name) {}

    /** What stands in the form for a sentence, as it was typed. */
    record PointSheet(String id, String pulse, String text) {}

    /** What the forms hold, and what is told above them. */
    private record Sheets(ActionSheet action, PointSheet point, String said, String wrong) {}

    @GetMapping("/teams/{team}/actions")
    ResponseEntity<String> show(
            @PathVariable("team") String team,
            @RequestParam(value = "change", required = false) @Nullable String change,
            @RequestParam(value = "said", required = false) @Nullable String said,
            @Nullable Authentication who,
            HttpServletRequest request) {
        return visit(team, who, request)
                .map(visit -> {
                    var told =
                            said != null && SAID.contains(said) ? visit.words().text("actions.said." + said) : "";
                    return page(HttpStatus.OK, visit, new Sheets(sheet(visit, change), newPoint(), told, ""));
                })
                .orElseGet(() -> pages.notYours(request));
    }

    @PostMapping("/teams/{team}/actions")
    ResponseEntity<String> record(
            @PathVariable("team") String team,
            @RequestParam(value = "id", defaultValue = "") String id,
            @RequestParam(value = "pulse", defaultValue = "") String pulse,
            @RequestParam(value = "text", defaultValue = "") String text,
            @RequestParam(value = "owner", defaultValue = "") String owner,
            @RequestParam(value = "due", defaultValue = "") String due,
            @RequestParam(value = "state", defaultValue = "") String state,
            @RequestParam(value = "outcome", defaultValue = "") String outcome,
            @Nullable Authentication who,
            HttpServletRequest request) {
        var sheet = new ActionSheet(id, pulse, text, owner, due, state, outcome);
        return visit(team, who, request)
                .map(visit -> done(
                        "recorded",
                        visit,
                        sheet,
                        newPoint(),
                        () -> desk.record(visit.team(), sheet.action(), sheet.said(), visit.who())))
                .orElseGet(() -> pages.notYours(request));
    }

    @PostMapping("/teams/{team}/actions/{id}/removal")
    ResponseEntity<String> remove(
            @PathVariable("team") String team,
            @PathVariable("id") String id,
            @Nullable Authentication who,
            HttpServletRequest request) {
        return visit(team, who, request)
                .map(visit -> done(
                        "removed",
                        visit,
                        ActionSheet.empty(desk.today()),
                        newPoint(),
                        () -> desk.removeWords(visit.team(), new ActionId(id), visit.who())))
                .orElseGet(() -> pages.notYours(request));
    }

    @PostMapping("/teams/{team}/development-points")
    ResponseEntity<String> send(
            @PathVariable("team") String team,
            @RequestParam(value = "id", defaultValue = "") String id,
            @RequestParam(value = "pulse", defaultValue = "") String pulse,
            @RequestParam(value = "text", defaultValue = "") String text,
            @Nullable Authentication who,
            HttpServletRequest request) {
        var sheet = new PointSheet(id, pulse, text);
        return visit(team, who, request)
                .map(visit -> done(
                        "sent",
                        visit,
                        ActionSheet.empty(desk.today()),
                        sheet,
                        () -> points.send(
                                Typed.id("point-id-not-random", id, PointId::new),
                                visit.team(),
                                Typed.id("followup-pulse-unknown", pulse, PulseId::new),
                                text,
                                visit.who())))
                .orElseGet(() -> pages.notYours(request));
    }

    @PostMapping("/teams/{team}/development-points/{id}/removal")
    ResponseEntity<String> removePoint(
            @PathVariable("team") String team,
            @PathVariable("id") String id,
            @Nullable Authentication who,
            HttpServletRequest request) {
        return visit(team, who, request)
                .map(visit -> done(
                        "removed",
                        visit,
                        ActionSheet.empty(desk.today()),
                        newPoint(),
                        () -> points.removeWords(new PointId(id), visit.who())))
                .orElseGet(() -> pages.notYours(request));
    }

    private ResponseEntity<String> done(
            String what, TeamVisit visit, ActionSheet action, PointSheet point, Runnable doing) {
        return pages.done(visit.request(), visit.saying(what), doing, code -> {
            var wrong = visit.words().text("followup.wrong." + code);
            return page(HttpStatus.UNPROCESSABLE_CONTENT, visit, new Sheets(action, point, "", wrong));
        });
    }

    private ResponseEntity<String> page(HttpStatus status, TeamVisit visit, Sheets sheets) {
        var team = visit.team();
        var words = visit.words();
        var all = desk.of(team, visit.who());
        var content = new HashMap<String, Object>();
        content.put("team", visit.known().name());
        content.put("id", team.value());
        content.put("owners", Arrays.stream(Owner.values()).map(Owner::word).toList());
        content.put(
                "states",
                Arrays.stream(ActionState.values()).map(ActionState::word).toList());
        content.put("pulses", pulses(visit, sheets.action().pulse()));
        content.put("sheet", sheets.action());
        content.put(
                "changing",
                all.stream()
                        .anyMatch(one -> one.id().value().equals(sheets.action().id())));
        content.put("point", sheets.point());
        content.put("actions", Happened.lines(all, words));
        content.put("points", Happened.sent(points.of(team, visit.who()), bundles.answered(), words));
        content.put("unit", unit(visit));
        content.put("said", sheets.said());
        content.put("wrong", sheets.wrong());
        Pages.formToken(visit.request()).ifPresent(token -> content.put("csrf", token));
        return pages.page(status, "actions", visit.path(), words, content);
    }

    /** In whose name a sentence after the latest pulse goes up; empty when there is no unit that is large enough. */
    private String unit(TeamVisit visit) {
        try {
            var latest = desk.pulsesOf(visit.team()).stream().findFirst();
            return latest.map(pulse -> points.unitOf(visit.team(), pulse.id()).name())
                    .orElse("");
        } catch (Refusal tooSmall) {
            return "";
        }
    }

    private List<Choice> pulses(TeamVisit visit, String chosen) {
        var all = desk.pulsesOf(visit.team());
        return all.stream()
                .filter(pulse ->
                        all.indexOf(pulse) < PULSES || pulse.id().value().equals(chosen))
                .map(pulse -> new Choice(
                        pulse.id().value(),
                        visit.words().text("actions.pulse-of", visit.words().date(pulse.closedOn()))))
                .toList();
    }

    private ActionSheet sheet(TeamVisit visit, @Nullable String change) {
        return desk.of(visit.team(), visit.who()).stream()
                .filter(one -> one.id().value().equals(change))
                .findFirst()
                .map(ActionSheet::of)
                .orElseGet(() -> ActionSheet.empty(desk.today()));
    }

    private static PointSheet newPoint() {
        return new PointSheet(UUID.randomUUID().toString(), "", "");
    }

    private Optional<TeamVisit> visit(String team, @Nullable Authentication who, HttpServletRequest request) {
        return TeamVisit.of(
                team,
                who == null ? List.of() : desk.ledBy(who),
                organisation.read(),
                "actions",
                who,
                request,
                pages.words(Language.of(request)));
    }
}

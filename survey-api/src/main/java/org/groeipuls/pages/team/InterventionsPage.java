package org.groeipuls.pages.team;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.api.teamlead.InterventionDesk;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.register.KnownIntervention;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a lead says in two taps what learning form took place and in which role, and sees what was said before. */
@Controller
public final class InterventionsPage {
    private static final List<String> SAID = List.of("recorded", "withdrawn");

    private final InterventionDesk desk;
    private final OrganisationTable organisation;
    private final TeamAccess access;
    private final Pages pages;

    public InterventionsPage(InterventionDesk desk, OrganisationTable organisation, TeamAccess access, Pages pages) {
        this.desk = desk;
        this.organisation = organisation;
        this.access = access;
        this.pages = pages;
    }

    /** @param changeable whether it is for no other teams than those of whoever looks */
    record Line(String id, Noted noted, String held, boolean changeable) {}

    @GetMapping("/teams/{team}/interventions")
    ResponseEntity<String> show(
            @PathVariable("team") String team,
            @RequestParam(value = "change", required = false) @Nullable String change,
            @RequestParam(value = "said", required = false) @Nullable String said,
            @Nullable Authentication who,
            HttpServletRequest request) {
        return visit(team, who, request)
                .map(visit -> {
                    var changed = changed(visit, change);
                    var sheet =
                            changed.map(InterventionSheet::of).orElseGet(() -> InterventionSheet.empty(desk.today()));
                    var told = said != null && SAID.contains(said)
                            ? visit.words().text("interventions.said." + said)
                            : null;
                    return page(HttpStatus.OK, visit, sheet, changed.isPresent(), told, null);
                })
                .orElseGet(() -> pages.notYours(request));
    }

    @PostMapping("/teams/{team}/interventions")
    ResponseEntity<String> record(
            @PathVariable("team") String team,
            @RequestParam(value = "id", defaultValue = "") String id,
            @RequestParam(value = "form", defaultValue = "") String form,
            @RequestParam(value = "leaderRole", defaultValue = "") String leaderRole,
            @RequestParam(value = "startedOn", defaultValue = "") String startedOn,
            @RequestParam(value = "endedOn", defaultValue = "") String endedOn,
            @RequestParam(value = "sessions", defaultValue = "") String sessions,
            @RequestParam(value = "teams", defaultValue = "") List<String> teams,
            @Nullable Authentication who,
            HttpServletRequest request) {
        var sheet = InterventionSheet.typed(id, form, leaderRole, startedOn, endedOn, sessions, teams);
        return visit(team, who, request)
                .map(visit -> done(
                        "recorded",
                        sheet,
                        visit,
                        () -> desk.record(
                                visit.team(), sheet.intervention(), sheet.particulars(visit.team()), visit.who())))
                .orElseGet(() -> pages.notYours(request));
    }

    @PostMapping("/teams/{team}/interventions/{id}/withdrawal")
    ResponseEntity<String> withdraw(
            @PathVariable("team") String team,
            @PathVariable("id") String id,
            @Nullable Authentication who,
            HttpServletRequest request) {
        return visit(team, who, request)
                .map(visit -> done(
                        "withdrawn",
                        InterventionSheet.empty(desk.today()),
                        visit,
                        () -> desk.withdraw(visit.team(), new InterventionId(id), visit.who())))
                .orElseGet(() -> pages.notYours(request));
    }

    private ResponseEntity<String> done(String what, InterventionSheet sheet, TeamVisit visit, Runnable doing) {
        return pages.done(visit.request(), visit.saying(what), doing, code -> refused(code, sheet, visit));
    }

    private ResponseEntity<String> refused(String code, InterventionSheet sheet, TeamVisit visit) {
        var wrong = visit.words().text("interventions.wrong." + code);
        var changing = changed(visit, sheet.id()).isPresent();
        return page(HttpStatus.UNPROCESSABLE_CONTENT, visit, sheet, changing, null, wrong);
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            TeamVisit visit,
            InterventionSheet sheet,
            boolean changing,
            @Nullable String said,
            @Nullable String wrong) {
        var content = new HashMap<String, Object>();
        content.put("team", visit.known().name());
        content.put("id", visit.team().value());
        content.put("dashboard", access.sees(visit.who(), visit.team()).isPresent());
        content.put(
                "forms",
                Arrays.stream(LearningForm.values()).map(LearningForm::word).toList());
        content.put(
                "roles",
                Arrays.stream(LeaderRole.values()).map(LeaderRole::word).toList());
        content.put("others", visit.others());
        content.put("sheet", sheet);
        content.put("changing", changing);
        content.put("noted", lines(visit));
        content.put("said", said == null ? "" : said);
        content.put("wrong", wrong == null ? "" : wrong);
        Pages.formToken(visit.request()).ifPresent(token -> content.put("csrf", token));
        return pages.page(status, "interventions", visit.path(), visit.words(), content);
    }

    private List<Line> lines(TeamVisit visit) {
        var now = organisation.read();
        var theirs = visit.teams().stream().map(KnownTeam::team).toList();
        return desk.of(visit.team(), visit.who()).reversed().stream()
                .map(known -> {
                    var what = known.particulars();
                    var sessions = what.sessions();
                    return new Line(
                            known.id().value(),
                            Noted.of(what, visit.words()).in(what.teams().size() > 1, now, visit.words()),
                            sessions == null ? "" : visit.words().text("interventions.held", sessions),
                            theirs.containsAll(what.teams()));
                })
                .toList();
    }

    private Optional<KnownIntervention> changed(TeamVisit visit, @Nullable String id) {
        try {
            return id == null
                    ? Optional.empty()
                    : Optional.of(desk.find(visit.team(), new InterventionId(id), visit.who()));
        } catch (NotFound | IdNotAllowed nothingThere) {
            return Optional.empty();
        }
    }

    private Optional<TeamVisit> visit(String team, @Nullable Authentication who, HttpServletRequest request) {
        return TeamVisit.of(
                team,
                who == null ? List.of() : desk.teamsOf(who),
                organisation.read(),
                "interventions",
                who,
                request,
                pages.words(Language.of(request)));
    }
}

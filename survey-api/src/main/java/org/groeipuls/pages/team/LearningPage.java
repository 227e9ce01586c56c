package org.groeipuls.pages.team;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.api.teamlead.InterventionDesk;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Once a month, in two taps: which learning form took place, and what the lead did in it. Then it is recorded. */
@Controller
public final class LearningPage {
    private final InterventionDesk desk;
    private final OrganisationTable organisation;
    private final TeamAccess access;
    private final Pages pages;

    public LearningPage(InterventionDesk desk, OrganisationTable organisation, TeamAccess access, Pages pages) {
        this.desk = desk;
        this.organisation = organisation;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/teams/{team}/learning")
    ResponseEntity<String> show(
            @PathVariable("team") String team,
            @RequestParam(value = "form", defaultValue = "") String form,
            @RequestParam(value = "said", defaultValue = "") String said,
            @Nullable Authentication who,
            HttpServletRequest request) {
        return visit(team, who, request)
                .map(visit -> page(HttpStatus.OK, visit, fresh(visit, form), said.equals("recorded"), null))
                .orElseGet(() -> pages.notYours(request));
    }

    /** All of the lead's teams took part unless the lead says otherwise. */
    private InterventionSheet fresh(TeamVisit visit, String form) {
        var teams = visit.teams().stream().map(one -> one.team().value()).toList();
        return InterventionSheet.typed(
                UUID.randomUUID().toString(), form, "", desk.today().toString(), "", "", teams);
    }

    @PostMapping("/teams/{team}/learning")
    ResponseEntity<String> record(
            @PathVariable("team") String team,
            @RequestParam(value = "id", defaultValue = "") String id,
            @RequestParam(value = "form", defaultValue = "") String form,
            @RequestParam(value = "leaderRole", defaultValue = "") String leaderRole,
            @RequestParam(value = "day", defaultValue = "") String day,
            @RequestParam(value = "teams", defaultValue = "") List<String> teams,
            @Nullable Authentication who,
            HttpServletRequest request) {
        var chosen = teams.stream().filter(one -> !one.isEmpty()).toList();
        // it took place on that day, so it ended on it too
        var sheet = InterventionSheet.typed(id, form, leaderRole, day, day, "", chosen);
        return visit(team, who, request).map(visit -> recorded(visit, sheet)).orElseGet(() -> pages.notYours(request));
    }

    private ResponseEntity<String> recorded(TeamVisit visit, InterventionSheet sheet) {
        return pages.done(
                visit.request(),
                visit.saying("recorded"),
                () -> desk.record(visit.team(), sheet.intervention(), sheet.particulars(visit.team()), visit.who()),
                code -> refused(visit, sheet, code));
    }

    private ResponseEntity<String> refused(TeamVisit visit, InterventionSheet sheet, String code) {
        var wrong = visit.words().text("interventions.wrong." + code);
        return page(HttpStatus.UNPROCESSABLE_CONTENT, visit, sheet, false, wrong);
    }

    private ResponseEntity<String> page(
            HttpStatus status, TeamVisit visit, InterventionSheet sheet, boolean said, @Nullable String wrong) {
        var month = YearMonth.from(desk.today());
        var content = new HashMap<String, Object>();
        content.put("team", visit.known().name());
        content.put("id", visit.team().value());
        content.put("month", visit.words().monthAndYear(month.atDay(1)));
        content.put("firstDay", month.atDay(1).toString());
        content.put("today", desk.today().toString());
        content.put(
                "forms",
                Arrays.stream(LearningForm.values()).map(LearningForm::word).toList());
        content.put(
                "roles",
                Arrays.stream(LeaderRole.values()).map(LeaderRole::word).toList());
        content.put(
                "chosen", LearningForm.of(sheet.form()).map(LearningForm::word).orElse(""));
        content.put("others", visit.others());
        content.put("sheet", sheet);
        content.put("noted", noted(visit, month));
        content.put("said", said);
        content.put("wrong", wrong == null ? "" : wrong);
        Pages.formToken(visit.request()).ifPresent(token -> content.put("csrf", token));
        return pages.page(status, "learning", visit.path(), visit.words(), content);
    }

    private List<Noted> noted(TeamVisit visit, YearMonth month) {
        var now = organisation.read();
        return desk.of(visit.team(), visit.who()).stream()
                .map(known -> known.particulars())
                .filter(what -> YearMonth.from(what.startedOn()).equals(month))
                .map(what -> Noted.of(what, visit.words()).in(what.teams().size() > 1, now, visit.words()))
                .toList();
    }

    private Optional<TeamVisit> visit(String team, @Nullable Authentication who, HttpServletRequest request) {
        return TeamVisit.of(
                team,
                who != null && Role.LEAD.heldBy(who) ? access.ledBy(who) : List.of(),
                organisation.read(),
                "learning",
                who,
                request,
                pages.words(Language.of(request)));
    }
}

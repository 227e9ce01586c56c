package org.groeipuls.pages.team;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.teamlead.MirrorDesk;
import org.groeipuls.api.teamlead.MirrorPlaces.Place;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Where a lead answers of themselves, sees both values, and may show them; and where the group sees what is shown. */
@Controller
public final class MirrorPage {
    private static final List<String> SAID = List.of("answered", "shared");

    private final MirrorDesk desk;
    private final OrganisationTable organisation;
    private final Pages pages;

    public MirrorPage(MirrorDesk desk, OrganisationTable organisation, Pages pages) {
        this.desk = desk;
        this.organisation = organisation;
        this.pages = pages;
    }

    private record Visit(TeamId team, PulseId pulse, Authentication who, HttpServletRequest request, Words words) {
        String path() {
            return MirrorPage.path(team, pulse);
        }
    }

    /** The address of the page. */
    public static String path(TeamId team, PulseId pulse) {
        return "/teams/" + UriUtils.encodePathSegment(team.value(), StandardCharsets.UTF_8) + "/mirror/"
                + UriUtils.encodePathSegment(pulse.value(), StandardCharsets.UTF_8);
    }

    @GetMapping("/teams/{team}/mirror/{pulse}")
    ResponseEntity<String> show(
            @PathVariable("team") String team,
            @PathVariable("pulse") String pulse,
            @RequestParam(value = "said", defaultValue = "") String said,
            @Nullable Authentication who,
            HttpServletRequest request) {
        return visit(team, pulse, who, request)
                .map(visit -> {
                    var told = SAID.contains(said) ? visit.words().text("mirror.said." + said) : "";
                    return page(HttpStatus.OK, visit, told, "");
                })
                .orElseGet(() -> pages.notYours(request));
    }

    @PostMapping("/teams/{team}/mirror/{pulse}")
    ResponseEntity<String> answer(
            @PathVariable("team") String team,
            @PathVariable("pulse") String pulse,
            @Nullable Authentication who,
            HttpServletRequest request) {
        return visit(team, pulse, who, request)
                .map(visit -> done(
                        "answered", visit, () -> desk.answer(visit.team(), visit.pulse(), typed(visit), visit.who())))
                .orElseGet(() -> pages.notYours(request));
    }

    /** What cannot be an answer is none: a form that was tampered with says less, and never something else. */
    private Map<String, Integer> typed(Visit visit) {
        var answers = new HashMap<String, Integer>();
        for (var item : desk.own(visit.team(), visit.pulse(), visit.who())
                .place()
                .form()
                .items()) {
            var value = visit.request().getParameter(item);
            if (value != null && value.matches("[1-5]")) {
                answers.put(item, Integer.valueOf(value));
            }
        }
        return answers;
    }

    @PostMapping("/teams/{team}/mirror/{pulse}/share")
    ResponseEntity<String> share(
            @PathVariable("team") String team,
            @PathVariable("pulse") String pulse,
            @Nullable Authentication who,
            HttpServletRequest request) {
        return visit(team, pulse, who, request)
                .map(visit -> done("shared", visit, () -> desk.share(visit.team(), visit.pulse(), visit.who())))
                .orElseGet(() -> pages.notYours(request));
    }

    private ResponseEntity<String> done(String what, Visit visit, Runnable doing) {
        var next = visit.path() + "?lang=" + visit.words().language().tag() + "&said=" + what;
        return pages.done(visit.request(), next, doing, code -> {
            var wrong = visit.words().text("mirror.wrong." + code);
            return page(HttpStatus.UNPROCESSABLE_CONTENT, visit, "", wrong);
        });
    }

    private ResponseEntity<String> page(HttpStatus status, Visit visit, String said, String wrong) {
        var content = new HashMap<String, Object>();
        content.put("said", said);
        content.put("wrong", wrong);
        content.put("here", visit.path());
        Pages.formToken(visit.request()).ifPresent(token -> content.put("csrf", token));
        try {
            var place = desk.place(visit.team(), visit.pulse(), visit.who());
            content.put("team", name(visit.team()));
            content.put("id", visit.team().value());
            content.put("closes", closes(place, visit.words()));
            var own = own(visit);
            var shown = shown(place, visit);
            own.ifPresent(mine -> content.put("own", look(mine, visit.words())));
            content.put("shown", shown);
            content.put("others", own.isEmpty() || shown.size() > (own.get().shared() ? 1 : 0));
        } catch (NotFound nothingThere) {
            return pages.notYours(visit.request());
        }
        return pages.page(status, "mirror", visit.path(), visit.words(), content);
    }

    public static String closes(Place place, Words words) {
        return words.date(place.pulse().closesAt().atZone(words.zone()).toLocalDate());
    }

    private Optional<MirrorDesk.Own> own(Visit visit) {
        try {
            return Optional.of(desk.own(visit.team(), visit.pulse(), visit.who()));
        } catch (NotFound noLead) {
            return Optional.empty();
        }
    }

    /** A lead's own mirror as the template shows it. */
    record Look(
            boolean asked,
            boolean begun,
            boolean counted,
            boolean answered,
            boolean changeable,
            boolean shareable,
            boolean shared,
            boolean several,
            List<MirrorSheet.Section> sections,
            List<MirrorSheet.Row> rows,
            MirrorSheet.@Nullable Gap gap) {}

    private static Look look(MirrorDesk.Own own, Words words) {
        var sheet = new MirrorSheet(own.place(), words);
        return new Look(
                own.asked(),
                own.place().begun(),
                own.place().counted(),
                own.answers() != null,
                own.changeable(),
                own.shareable(),
                own.shared(),
                own.severalLeads(),
                sheet.sections(own.answers()),
                sheet.rows(own.beside()),
                sheet.gap(own.beside(), "own"));
    }

    /** What a lead shows the group, as the template shows it. */
    record Shown(boolean removed, List<MirrorSheet.Row> rows, MirrorSheet.@Nullable Gap gap) {}

    private List<Shown> shown(Place place, Visit visit) {
        var sheet = new MirrorSheet(place, visit.words());
        return desk.shared(visit.team(), visit.pulse(), visit.who()).stream()
                .map(one -> new Shown(one.removed(), sheet.rows(one.beside()), sheet.gap(one.beside(), "shared")))
                .toList();
    }

    private String name(TeamId team) {
        return organisation.read().team(team).map(KnownTeam::name).orElse(team.value());
    }

    private Optional<Visit> visit(String team, String pulse, @Nullable Authentication who, HttpServletRequest request) {
        try {
            return who == null
                    ? Optional.empty()
                    : Optional.of(new Visit(
                            new TeamId(team), new PulseId(pulse), who, request, pages.words(Language.of(request))));
        } catch (IdNotAllowed notAnId) {
            return Optional.empty();
        }
    }
}

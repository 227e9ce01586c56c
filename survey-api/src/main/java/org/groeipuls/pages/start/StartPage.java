package org.groeipuls.pages.start;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.api.hr.Overview;
import org.groeipuls.api.security.Membership;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.answer.Promise;
import org.groeipuls.pages.organisation.DevelopmentPage;
import org.groeipuls.pages.organisation.ReferencesPage;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start: what this is, somebody's own teams, and what is promised. */
@Controller
public final class StartPage {
    private final OrganisationTable organisation;
    private final TeamAccess access;
    private final Membership members;
    private final Pages pages;

    public StartPage(OrganisationTable organisation, TeamAccess access, Membership members, Pages pages) {
        this.organisation = organisation;
        this.access = access;
        this.members = members;
        this.pages = pages;
    }

    @GetMapping("/")
    ResponseEntity<String> start(@Nullable Authentication who, HttpServletRequest request) {
        var content = new HashMap<String, Object>();
        content.put("signedIn", who != null);
        content.put("promise", Promise.USUAL);
        content.put("reader", who != null && (has(who, Role.HR) || has(who, Role.ANALYST)));
        content.put("hr", who != null && has(who, Role.HR));
        content.put("analyst", who != null && has(who, Role.ANALYST));
        content.put("council", who != null && has(who, Role.WORKS_COUNCIL));
        content.put("development", who != null && DevelopmentPage.mayRead(who));
        content.put("operator", who != null && has(who, Role.OPERATOR));
        content.put("overview", who != null && Overview.mayRead(who));
        content.put("references", who != null && ReferencesPage.mayRead(who));
        content.put(
                "all",
                who != null && has(who, Role.ANALYST) ? organisation.read().teams() : List.of());
        content.put("teams", who == null ? List.of() : teamsOf(who));
        content.put("own", who == null ? List.of() : named(members.teamsOf(who)));
        if (who != null) {
            Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        }
        return pages.page(HttpStatus.OK, "start", "/", pages.words(Language.of(request)), content);
    }

    /** Where signing in leads: to the only team, to the page of an office, or to the list. */
    @GetMapping("/dashboard")
    ResponseEntity<Void> dashboard(@Nullable Authentication who, HttpServletRequest request) {
        var teams = who == null ? List.<KnownTeam>of() : teamsOf(who);
        var to = teams.size() == 1 ? "/dashboard/" + teams.getFirst().team().value() : desk(who);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(to + "?lang=" + Language.of(request).tag()))
                .build();
    }

    private static String desk(@Nullable Authentication who) {
        if (who != null && has(who, Role.HR)) {
            return "/hr";
        }
        if (who != null && has(who, Role.OPERATOR)) {
            return "/operator";
        }
        return who != null && has(who, Role.DIRECTION) ? "/organisation" : "/";
    }

    /** Where signing out leads. */
    @GetMapping("/signed-out")
    ResponseEntity<String> signedOut(HttpServletRequest request) {
        return pages.page(HttpStatus.OK, "signed-out", "/signed-out", pages.words(Language.of(request)), Map.of());
    }

    @GetMapping("/promise")
    ResponseEntity<String> promise(HttpServletRequest request) {
        return pages.page(
                HttpStatus.OK,
                "promise",
                "/promise",
                pages.words(Language.of(request)),
                Map.of("promise", Promise.USUAL));
    }

    private static boolean has(Authentication who, Role role) {
        return who.getAuthorities().stream()
                .anyMatch(granted -> role.authority().equals(granted.getAuthority()));
    }

    private List<KnownTeam> teamsOf(Authentication who) {
        return named(access.ledBy(who));
    }

    private List<KnownTeam> named(Collection<TeamId> teams) {
        if (teams.isEmpty()) {
            return List.of();
        }
        var now = organisation.read();
        return teams.stream().flatMap(team -> now.team(team).stream()).toList();
    }
}

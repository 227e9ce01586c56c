package org.groeipuls.pages.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import org.groeipuls.api.security.Membership;
import org.groeipuls.api.teamlead.MirrorDesk;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.followup.FollowUp;
import org.groeipuls.pages.followup.Happened;
import org.groeipuls.pages.team.MirrorPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for somebody who signed in, and where their browser fetches an entry code. */
@Controller
public final class InboxPage {
    /** What can go wrong when a ticket is fetched; each has a text {@code inbox.} and its name. */
    private static final List<String> WRONGS =
            List.of("network", "sign-in", "not-asked", "elsewhere", "refused", "unlisted", "no-storage");

    private final OwnPulses own;
    private final AskedPulses asked;
    private final FollowUp followUp;
    private final MirrorDesk mirrors;
    private final Membership members;
    private final OrganisationTable organisation;
    private final InstantSource clock;
    private final Pages pages;

    public InboxPage(
            OwnPulses own,
            AskedPulses asked,
            FollowUp followUp,
            MirrorDesk mirrors,
            Membership members,
            OrganisationTable organisation,
            InstantSource clock,
            Pages pages) {
        this.own = own;
        this.asked = asked;
        this.followUp = followUp;
        this.mirrors = mirrors;
        this.members = members;
        this.organisation = organisation;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param fetchable whether tickets are given out already
     * @param people how everybody in the group is called
     * @param holder by what this browser tells whose ticket is whose
     */
    record Waiting(AskedPulse pulse, boolean fetchable, List<String> people, String holder) {}

    /** What the own lead shows of themselves, of a pulse that closed on a day. */
    record Shared(String path, String closed) {}

    @GetMapping("/inbox")
    ResponseEntity<String> show(Authentication who, HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var waiting = own.of(who).stream()
                .flatMap(mine -> asked.find(mine.pulse().value(), mine.group().value(), words).stream()
                        .filter(pulse -> !pulse.over())
                        .map(pulse ->
                                new Waiting(pulse, pulse.fetchable(clock.instant()), mine.people(), mine.holder())))
                .toList();
        var content = new HashMap<String, Object>();
        content.put("waiting", waiting);
        content.put("wrongs", WRONGS);
        content.put(
                "mirrors",
                mirrors.sharedWith(who).stream()
                        .map(place ->
                                new Shared(MirrorPage.path(place.team(), place.id()), MirrorPage.closes(place, words)))
                        .toList());
        var now = organisation.read();
        content.put(
                "teams",
                members.teamsOf(who).stream()
                        .flatMap(team -> now.team(team).stream())
                        .toList());
        content.put("happened", Happened.to(who, followUp, words));
        Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        return pages.page(HttpStatus.OK, "inbox", "/inbox", words, content);
    }
}

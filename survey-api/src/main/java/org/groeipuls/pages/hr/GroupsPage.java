package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groeipuls.api.hr.OrganisationDesk;
import org.groeipuls.api.hr.ProposalDesk;
import org.groeipuls.api.hr.ProposalDesk.ProposedGroup;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.pages.Words;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Which teams are asked together: what is proposed and why, and what HR decides. */
@Controller
final class GroupsPage {
    private static final String PATH = "/hr/organisation/groups";
    private static final int LONGEST_ID = 64;
    private static final GroupId NO_GROUP = new GroupId("none");

    private final OrganisationDesk desk;
    private final ProposalDesk proposals;
    private final Room room;

    GroupsPage(OrganisationDesk desk, ProposalDesk proposals, Room room) {
        this.desk = desk;
        this.proposals = proposals;
        this.room = room;
    }

    /**
     * A group that would be combined.
     *
     * @param key its teams, by which it is known whether it is still the same proposal
     */
    record Proposed(String key, String names, int eligible, String why, boolean small) {}

    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request) {
        return page(HttpStatus.OK, new Sheet(), Map.of(), request);
    }

    /** Accepts all that was shown, or nothing when it would be something else by now. */
    @PostMapping(PATH + "/proposal")
    ResponseEntity<String> accept(HttpServletRequest request) {
        room.settle();
        var sheet = Sheet.of(request);
        var combined = combined();
        if (!combined.stream().map(GroupsPage::key).toList().equals(sheet.all("shown"))) {
            var words = room.words(request);
            return page(
                    HttpStatus.CONFLICT,
                    new Sheet(),
                    Map.of("proposal", words.text("hr.wrong.proposal-outdated")),
                    request);
        }
        return room.done(
                request,
                PATH + "?said=groups-formed",
                () -> combined.forEach(this::form),
                refused -> refused("proposal", new Sheet(), refused, request));
    }

    /** A group that there is goes on with the teams that come to it; others that it takes in are taken apart. */
    private void form(ProposedGroup proposed) {
        var now = desk.read();
        var within = now.groups().stream()
                .filter(group -> proposed.teams().containsAll(group.teams()))
                .map(KnownGroup::group)
                .sorted()
                .toList();
        within.stream().skip(1).forEach(desk::dissolve);
        desk.group(within.isEmpty() ? fresh(proposed.teams(), now) : within.getFirst(), proposed.teams());
    }

    private static GroupId fresh(SortedSet<TeamId> teams, Organisation now) {
        var joined = teams.stream().map(TeamId::value).collect(Collectors.joining("."));
        var base = joined.length() <= LONGEST_ID - 4 ? joined : joined.substring(0, LONGEST_ID - 4);
        var taken = new TreeSet<String>();
        now.groups().forEach(group -> taken.add(group.group().value()));
        now.teams().forEach(team -> taken.add(team.team().value()));
        var id = base;
        for (int number = 2; taken.contains(id); number++) {
            id = base + "." + number;
        }
        return new GroupId(id);
    }

    @PostMapping(PATH)
    ResponseEntity<String> combine(HttpServletRequest request) {
        var sheet = Sheet.of(request);
        var fields = new Fields(sheet);
        var words = room.words(request);
        SortedSet<TeamId> teams = new TreeSet<>();
        sheet.all("teams").forEach(team -> teams.add(new TeamId(team)));
        if (teams.size() < 2) {
            fields.fault("teams", "teams-missing");
        }
        var chosen = fields.text("group").isEmpty() ? NO_GROUP : fields.id("group", GroupId::new, NO_GROUP);
        if (!fields.readable()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, sheet, room.why(fields.wrong(), words), request);
        }
        return room.done(
                request,
                PATH + "?said=groups-formed",
                () -> desk.group(chosen.equals(NO_GROUP) ? fresh(teams, desk.read()) : chosen, teams),
                refused -> refused("teams", sheet, refused, request));
    }

    @PostMapping(PATH + "/{group}/dissolution")
    ResponseEntity<String> dissolve(@PathVariable("group") String group, HttpServletRequest request) {
        var known = desk.read().groups().stream()
                .filter(one -> one.group().value().equals(group))
                .findFirst();
        if (known.isEmpty()) {
            return room.notThere(request);
        }
        return room.done(
                request,
                PATH + "?said=group-dissolved",
                () -> desk.dissolve(known.get().group()),
                refused -> refused("teams", new Sheet(), refused, request));
    }

    private ResponseEntity<String> refused(String field, Sheet sheet, Refusal refused, HttpServletRequest request) {
        var said = room.why(refused, room.words(request));
        return page(HttpStatus.UNPROCESSABLE_CONTENT, sheet, Map.of(field, said), request);
    }

    /** What is proposed beside what there is, as far as it may be asked. */
    private List<ProposedGroup> combined() {
        return proposals.propose().groups().stream()
                .filter(one -> one.group() == null && one.teams().size() > 1)
                .filter(one -> !one.warnings().contains("group-too-small"))
                .toList();
    }

    private static String key(ProposedGroup group) {
        return group.teams().stream().map(TeamId::value).collect(Collectors.joining(" "));
    }

    private ResponseEntity<String> page(
            HttpStatus status, Sheet sheet, Map<String, String> wrong, HttpServletRequest request) {
        var words = room.words(request);
        var now = desk.read();
        var content = new HashMap<String, Object>();
        content.put("groups", GroupChoice.all(now));
        content.put(
                "formed",
                now.groups().stream()
                        .map(group -> GroupChoice.of(group, now))
                        .collect(Collectors.toMap(GroupChoice::id, Function.identity())));
        content.put(
                "proposed",
                combined().stream().map(one -> proposed(one, now, words)).toList());
        content.put(
                "teams", now.teams().stream().filter(team -> team.size() > 0).toList());
        content.put("sheet", sheet);
        content.put("wrong", wrong);
        return room.page(status, "groups", PATH, request, content);
    }

    private static Proposed proposed(ProposedGroup one, Organisation now, Words words) {
        var names = one.teams().stream()
                .map(team -> now.team(team).map(KnownTeam::name).orElse(team.value()))
                .toList();
        return new Proposed(
                key(one),
                words.listed(names),
                one.eligible(),
                words.text("hr.groups.why." + one.reason()),
                !Collections.disjoint(one.warnings(), List.of("group-smaller-than-advised")));
    }
}

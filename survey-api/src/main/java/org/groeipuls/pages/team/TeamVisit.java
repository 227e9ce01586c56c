package org.groeipuls.pages.team;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.pages.Words;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.util.UriUtils;

/**
 * Somebody who looks at a page of a team that is theirs.
 *
 * @param teams all that are theirs, this one included
 * @param page the page, as the last part of its address
 */
record TeamVisit(
        KnownTeam known,
        List<KnownTeam> teams,
        String page,
        Authentication who,
        HttpServletRequest request,
        Words words) {
    /**
     * @param theirs the teams of whoever looks
     * @return empty when the team is none of them
     */
    static Optional<TeamVisit> of(
            String team,
            Collection<TeamId> theirs,
            Organisation now,
            String page,
            @Nullable Authentication who,
            HttpServletRequest request,
            Words words) {
        var known =
                now.teams().stream().filter(one -> theirs.contains(one.team())).toList();
        return who == null
                ? Optional.empty()
                : known.stream()
                        .filter(one -> one.team().value().equals(team))
                        .findFirst()
                        .map(one -> new TeamVisit(one, known, page, who, request, words));
    }

    TeamId team() {
        return known.team();
    }

    /** The others of their teams. */
    List<KnownTeam> others() {
        return teams.stream().filter(one -> !one.equals(known)).toList();
    }

    String path() {
        return "/teams/" + UriUtils.encodePathSegment(team().value(), StandardCharsets.UTF_8) + "/" + page;
    }

    /** The page again, with something said above it. */
    String saying(String said) {
        return path() + "?lang=" + words.language().tag() + "&said=" + said;
    }
}

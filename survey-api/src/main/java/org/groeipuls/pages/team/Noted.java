package org.groeipuls.pages.team;

import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedSet;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.intervention.Particulars;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.pages.Words;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Marker;
import org.jspecify.annotations.Nullable;

/**
 * An intervention in words: what it was and when, and never what it did.
 *
 * @param letter in the charts; empty where there are none
 * @param what the form and the days
 * @param line all of it, without the letter
 */
record Noted(String letter, String what, String line, SortedSet<TeamId> teams) {
    static Noted of(Marker marker, Words words) {
        return of(
                marker.letter(),
                marker.form(),
                marker.leaderRole(),
                days(marker.startedOn(), marker.endedOn(), words),
                marker.teams(),
                words);
    }

    static Noted of(Particulars particulars, Words words) {
        return of(
                "",
                particulars.form(),
                particulars.leaderRole(),
                days(particulars.startedOn(), particulars.endedOn(), words),
                particulars.teams(),
                words);
    }

    private static Noted of(
            String letter, LearningForm form, LeaderRole role, String days, SortedSet<TeamId> teams, Words words) {
        var what = words.text("noted.form." + form.word()) + ", " + days;
        return new Noted(letter, what, what + ". " + words.text("noted.role." + role.word()), teams);
    }

    private static String days(LocalDate from, @Nullable LocalDate to, Words words) {
        if (Objects.equals(from, to)) {
            return words.text("noted.on", words.date(from));
        }
        return to == null
                ? words.text("noted.from", words.date(from))
                : words.text("noted.span", words.date(from), words.date(to));
    }

    /** The same with the names of the teams, where that says something. */
    Noted in(boolean several, Organisation now, Words words) {
        if (!several) {
            return this;
        }
        var names = teams.stream()
                .map(id -> now.team(id).map(KnownTeam::name).orElse(id.value()))
                .toList();
        return new Noted(letter, what, line + " " + words.text("noted.teams", words.listed(names)), teams);
    }

    /** For whoever points at a letter. */
    String briefly() {
        return letter + ": " + what;
    }
}

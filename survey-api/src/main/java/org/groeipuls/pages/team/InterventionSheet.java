package org.groeipuls.pages.team;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.intervention.Particulars;
import org.groeipuls.pages.Typed;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.register.KnownIntervention;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of the page, as it was typed. The id is made with the empty form, so that sending it twice
 * records one thing.
 */
record InterventionSheet(
        String id,
        String form,
        String leaderRole,
        String startedOn,
        String endedOn,
        String sessions,
        SortedSet<String> teams) {
    static InterventionSheet empty(LocalDate today) {
        return new InterventionSheet(UUID.randomUUID().toString(), "", "", today.toString(), "", "", new TreeSet<>());
    }

    static InterventionSheet of(KnownIntervention known) {
        var what = known.particulars();
        return new InterventionSheet(
                known.id().value(),
                what.form().word(),
                what.leaderRole().word(),
                what.startedOn().toString(),
                written(what.endedOn()),
                written(what.sessions()),
                what.teams().stream().map(TeamId::value).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String written(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** @param more the other teams that were chosen */
    static InterventionSheet typed(
            String id,
            String form,
            String leaderRole,
            String startedOn,
            String endedOn,
            String sessions,
            List<String> more) {
        return new InterventionSheet(
                id, form, leaderRole, startedOn.strip(), endedOn.strip(), sessions.strip(), new TreeSet<>(more));
    }

    /** @throws Typed.Unreadable when it cannot be the id of anything */
    InterventionId intervention() {
        return readable("intervention-of-other-teams", () -> new InterventionId(id));
    }

    /**
     * What was meant.
     *
     * @param team the team of the page, which always took part
     * @throws Typed.Unreadable when something is missing or cannot be read
     */
    Particulars particulars(TeamId team) {
        var all = readable(
                "intervention-team-unknown",
                () -> teams.stream().map(TeamId::new).collect(Collectors.toCollection(TreeSet::new)));
        all.add(team);
        return new Particulars(
                LearningForm.of(form).orElseThrow(() -> new Typed.Unreadable("form-missing")),
                readable("day-unreadable", () -> LocalDate.parse(startedOn)),
                endedOn.isEmpty() ? null : readable("day-unreadable", () -> LocalDate.parse(endedOn)),
                sessions.isEmpty() ? null : readable("sessions-not-allowed", () -> Integer.valueOf(sessions)),
                LeaderRole.of(leaderRole).orElseThrow(() -> new Typed.Unreadable("role-missing")),
                all);
    }

    private static <T> T readable(String code, java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DateTimeParseException | NumberFormatException | IdNotAllowed notAtAll) {
            throw new Typed.Unreadable(code);
        }
    }
}

package org.groeipuls.api.hr;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.team.OrganisationChange;
import org.groeipuls.team.OrganisationChange.Close;
import org.groeipuls.team.OrganisationChange.Merge;
import org.groeipuls.team.OrganisationChange.Move;
import org.groeipuls.team.OrganisationChange.NewTeam;
import org.groeipuls.team.OrganisationChange.Rename;
import org.groeipuls.team.OrganisationChange.Split;
import org.groeipuls.team.ReorganisationId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A change of the organisation as HR asks for it.
 *
 * @param id the client's own, so that sending it again changes nothing; made from what is said when absent
 * @param kind {@code split}, {@code merge}, {@code move}, {@code rename} or {@code close}
 * @param effectiveOn the day from which it holds, at most a year away or ago
 * @param team what is split, moved, renamed or closed
 * @param unit what is moved, renamed or closed, when that is a unit
 * @param teams what is merged
 * @param into what comes of it: two or more of a split, one of a merge
 * @param to where a team or unit moves
 * @param name the new name
 */
public record ReorganisationRequest(
        @Nullable ReorganisationId id,
        @NotBlank String kind,
        @NotNull LocalDate effectiveOn,
        @Nullable TeamId team,
        @Nullable UnitId unit,
        @Nullable @Size(min = 2, max = 100) List<@NotNull TeamId> teams,
        @Nullable @Size(min = 1, max = 100) List<@Valid @NotNull Into> into,
        @Nullable UnitId to,
        @Nullable String name) {
    /**
     * A team that comes of a change.
     *
     * @param name its name; that of the team with this id when absent
     * @param unit where it stands; with the team it comes of when absent
     * @param size people without leads; of a merge all of them when absent
     */
    public record Into(
            @NotNull TeamId team,
            @Nullable String name,
            @Nullable UnitId unit,
            @Nullable Integer size) {
        private boolean says(NewTeam other) {
            return team.equals(other.team())
                    && (name == null || name.equals(other.name()))
                    && (unit == null || unit.equals(other.unit()))
                    && (size == null || size == other.size());
        }
    }

    /** Whether a change of before is what is asked for, as far as it is said here. */
    boolean says(OrganisationChange change) {
        return switch (change) {
            case Split split -> kind.equals("split") && split.team().equals(team) && says(split.into());
            case Merge merge -> kind.equals("merge") && merge.teams().equals(merged()) && says(List.of(merge.into()));
            case Close close -> kind.equals("close") && isAbout(close.team(), close.unit());
            case Move move ->
                kind.equals("move")
                        && isAbout(move.team(), move.unit())
                        && move.to().equals(to);
            case Rename rename ->
                kind.equals("rename")
                        && isAbout(rename.team(), rename.unit())
                        && rename.name().equals(name);
        };
    }

    private boolean isAbout(@Nullable TeamId team, @Nullable UnitId unit) {
        return Objects.equals(team, this.team) && Objects.equals(unit, this.unit);
    }

    private boolean says(List<NewTeam> teams) {
        var parts = Optional.ofNullable(into).orElse(List.of());
        return parts.size() == teams.size()
                && IntStream.range(0, teams.size()).allMatch(at -> parts.get(at).says(teams.get(at)));
    }

    private SortedSet<TeamId> merged() {
        return new TreeSet<>(Optional.ofNullable(teams).orElse(List.of()));
    }

    /**
     * What is to happen.
     *
     * @throws org.groeipuls.refusal.Refusal when it cannot be in this organisation
     */
    OrganisationChange change(Organisation known) {
        OrganisationChange change = switch (kind) {
            case "split" -> split(known);
            case "merge" -> merge(known);
            case "move" -> new Move(team, unit, given(to, "to"));
            case "rename" -> new Rename(team, unit, given(name, "name"));
            case "close" -> new Close(team, unit);
            default -> throw ReorganisationRules.kindUnknown(kind);
        };
        ReorganisationRules.check(change, known);
        return change;
    }

    private Split split(Organisation known) {
        var from = ReorganisationRules.team(given(team, "team"), known);
        return new Split(
                from.team(),
                given(into, "into").stream()
                        .map(part -> new NewTeam(
                                part.team(),
                                name(part, known),
                                part.unit() == null ? from.unit() : part.unit(),
                                given(part.size(), "into.size")))
                        .toList());
    }

    private Merge merge(Organisation known) {
        var merged = merged();
        var parts =
                merged.stream().map(id -> ReorganisationRules.team(id, known)).toList();
        var asked = given(into, "into");
        if (asked.size() != 1 || parts.isEmpty()) {
            throw ReorganisationRules.incomplete(parts.isEmpty() ? "teams" : "into");
        }
        var part = asked.getFirst();
        int all = parts.stream().mapToInt(KnownTeam::size).sum();
        var unit = part.unit() == null ? parts.getFirst().unit() : part.unit();
        return new Merge(
                merged, new NewTeam(part.team(), name(part, known), unit, part.size() == null ? all : part.size()));
    }

    private static String name(Into part, Organisation known) {
        return part.name() != null
                ? part.name()
                : known.team(part.team())
                        .map(KnownTeam::name)
                        .orElseThrow(() -> ReorganisationRules.incomplete("into.name"));
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw ReorganisationRules.incomplete(field);
        }
        return value;
    }
}

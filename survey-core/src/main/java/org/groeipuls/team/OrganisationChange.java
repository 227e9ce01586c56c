package org.groeipuls.team;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What a reorganisation does to teams and units. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrganisationChange.Split.class, name = "split"),
    @JsonSubTypes.Type(value = OrganisationChange.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = OrganisationChange.Move.class, name = "move"),
    @JsonSubTypes.Type(value = OrganisationChange.Rename.class, name = "rename"),
    @JsonSubTypes.Type(value = OrganisationChange.Close.class, name = "close")
})
public sealed interface OrganisationChange {
    /**
     * A team that comes of a change.
     *
     * @param size how many people are in it, without leads; 0 or more
     */
    record NewTeam(TeamId team, String name, UnitId unit, int size) {}

    /**
     * One team becomes several. It goes on as one of them, or is closed.
     *
     * @param into two or more
     */
    record Split(TeamId team, List<NewTeam> into) implements OrganisationChange {}

    /**
     * Several teams become one, which may be one of them.
     *
     * @param teams two or more
     */
    record Merge(SortedSet<TeamId> teams, NewTeam into) implements OrganisationChange {}

    /** A team comes to stand in another unit, or a unit below another one; one of the two is named. */
    record Move(@Nullable TeamId team, @Nullable UnitId unit, UnitId to) implements OrganisationChange {}

    /** A team or a unit gets another name; one of the two is named. */
    record Rename(@Nullable TeamId team, @Nullable UnitId unit, String name) implements OrganisationChange {}

    /** A team or a unit without anything below it is there no more; one of the two is named. */
    record Close(@Nullable TeamId team, @Nullable UnitId unit) implements OrganisationChange {}
}

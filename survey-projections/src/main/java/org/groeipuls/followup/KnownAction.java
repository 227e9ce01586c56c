package org.groeipuls.followup;

import java.util.Comparator;
import org.groeipuls.action.ActionId;
import org.groeipuls.action.ActionState;
import org.groeipuls.action.Agreed;
import org.groeipuls.team.TeamId;
import org.groeipuls.wording.WordingId;
import org.jspecify.annotations.Nullable;

/**
 * An action as it is known now; in the order in which they are due.
 *
 * @param outcome refers to what came of it; absent while it is open
 */
public record KnownAction(
        ActionId id,
        TeamId team,
        Agreed agreed,
        ActionState state,
        @Nullable WordingId outcome) implements Comparable<KnownAction> {
    private static final Comparator<KnownAction> ORDER =
            Comparator.comparing((KnownAction one) -> one.agreed().due()).thenComparing(KnownAction::id);

    KnownAction in(ActionState now, @Nullable WordingId came) {
        return new KnownAction(id, team, agreed, now, came);
    }

    @Override
    public int compareTo(KnownAction other) {
        return ORDER.compare(this, other);
    }
}

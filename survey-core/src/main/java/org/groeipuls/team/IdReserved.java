package org.groeipuls.team;

import org.groeipuls.refusal.Refusal;

/** A team or group was to take an id that belongs to the leads of a unit, and with it their answers. */
public final class IdReserved extends Refusal {
    private static final long serialVersionUID = 1;

    private IdReserved(String id) {
        super(
                Kind.UNACCEPTABLE,
                "id-reserved",
                "The id " + id + " begins with " + GroupId.LEADS
                        + ", as only the groups of a unit's leads do; take another id");
    }

    static void check(String id) {
        if (id.startsWith(GroupId.LEADS)) {
            throw new IdReserved(id);
        }
    }
}

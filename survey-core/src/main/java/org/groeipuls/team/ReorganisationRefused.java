package org.groeipuls.team;

import java.time.LocalDate;
import org.groeipuls.refusal.Refusal;

/** A change of the organisation that cannot be. */
public final class ReorganisationRefused extends Refusal {
    private static final long serialVersionUID = 1;

    private ReorganisationRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** Something else was said under this id. */
    public static ReorganisationRefused known(ReorganisationId id) {
        return new ReorganisationRefused(
                Kind.CONFLICT,
                "reorganisation-known",
                "Change " + id.value() + " is another one already; give this one an id of its own");
    }

    static ReorganisationRefused withdrawn(ReorganisationId id) {
        return new ReorganisationRefused(
                Kind.CONFLICT,
                "reorganisation-withdrawn",
                "Change " + id.value() + " was withdrawn; send it anew under another id");
    }

    static ReorganisationRefused done(ReorganisationId id) {
        return new ReorganisationRefused(
                Kind.CONFLICT,
                "reorganisation-done",
                "Change " + id.value() + " holds already; undo it by another change");
    }

    static ReorganisationRefused tooFar(LocalDate effectiveOn) {
        return new ReorganisationRefused(
                Kind.UNACCEPTABLE,
                "effective-on-too-far",
                "A change holds from a day at most a year away or ago, not from " + effectiveOn);
    }

    static ReorganisationRefused teamClosed(TeamId team) {
        return new ReorganisationRefused(
                Kind.CONFLICT,
                "team-closed",
                "Team " + team.value() + " was closed and its id is not used again; take another id");
    }

    static ReorganisationRefused unitClosed(UnitId unit) {
        return new ReorganisationRefused(
                Kind.CONFLICT,
                "unit-closed",
                "Unit " + unit.value() + " was closed and its id is not used again; take another id");
    }
}

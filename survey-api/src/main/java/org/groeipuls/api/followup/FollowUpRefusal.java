package org.groeipuls.api.followup;

import org.groeipuls.refusal.Refusal;

/** Something that an action, a point, a bundle or a goal speaks of is not there, or not for it. */
public final class FollowUpRefusal extends Refusal {
    private static final long serialVersionUID = 1;

    private FollowUpRefusal(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static FollowUpRefusal pulseUnknown() {
        return new FollowUpRefusal(
                Kind.UNACCEPTABLE,
                "followup-pulse-unknown",
                "pulse is the id of a pulse that asked this team and has been counted");
    }

    static FollowUpRefusal pointNotRandom() {
        return new FollowUpRefusal(
                Kind.UNACCEPTABLE,
                "point-id-not-random",
                "The id of a point is a random UUID in lower case, so that it does not tell which group sent it");
    }

    static FollowUpRefusal pointUnitTooSmall() {
        return new FollowUpRefusal(
                Kind.UNACCEPTABLE,
                "point-unit-too-small",
                "No unit that this pulse asked has two groups and ten people, so the point would tell who sent it");
    }

    static FollowUpRefusal pointAlreadySent() {
        return new FollowUpRefusal(
                Kind.CONFLICT,
                "point-already-sent",
                "The group sent a point after this pulse; change that one, or wait for the next pulse");
    }

    static FollowUpRefusal pointOfOtherGroup() {
        return new FollowUpRefusal(
                Kind.CONFLICT, "point-of-other-group", "This id is in use for another point; take another one");
    }

    static FollowUpRefusal pointUnknown() {
        return new FollowUpRefusal(
                Kind.UNACCEPTABLE, "point-unknown", "points[] holds ids of development points that were sent");
    }

    static FollowUpRefusal pointElsewhere() {
        return new FollowUpRefusal(Kind.CONFLICT, "point-in-another-bundle", "A point stands in one bundle");
    }

    static FollowUpRefusal goalConstructUnknown() {
        return new FollowUpRefusal(
                Kind.UNACCEPTABLE, "goal-construct-unknown", "construct is the key of a construct of an instrument");
    }

    static FollowUpRefusal goalUnitUnknown() {
        return new FollowUpRefusal(
                Kind.UNACCEPTABLE, "goal-unit-unknown", "unit is the id of a unit; leave it out for the organisation");
    }

    static FollowUpRefusal goalBundleUnknown() {
        return new FollowUpRefusal(
                Kind.UNACCEPTABLE,
                "goal-bundle-unknown",
                "bundle is the id of a bundle of development points; leave it out if there is none");
    }
}

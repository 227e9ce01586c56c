package org.groeipuls.pages.organisation;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groeipuls.api.followup.GoalDesk.Said;
import org.groeipuls.development.BundleId;
import org.groeipuls.development.Decision;
import org.groeipuls.development.GoalId;
import org.groeipuls.development.PointId;
import org.groeipuls.development.Wanted;
import org.groeipuls.pages.Typed;
import org.groeipuls.team.UnitId;

/**
 * What stands in the forms of the page of development points and goals: in the one that was refused what was typed, in the
 * others nothing. Ids are made with the empty forms, so that sending one twice records one thing.
 *
 * @param at which form was refused, as the page names it; empty when none was
 * @param wrong why
 */
record DevelopmentForms(Bundling bundling, Answering answering, Aiming aiming, String at, String wrong) {
    /** Sentences that belong together. */
    record Bundling(String id, String theme, List<String> points) {
        /** @throws Typed.Unreadable when it cannot be the id of anything */
        BundleId bundle() {
            return Typed.id("not-found", id, BundleId::new);
        }

        /** @throws Typed.Unreadable when one of them cannot be the id of anything */
        SortedSet<PointId> chosen() {
            return points.stream()
                    .map(point -> Typed.id("point-unknown", point, PointId::new))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What is said to a bundle. */
    record Answering(String id, String decision, String because) {
        /** @throws Typed.Unreadable when it cannot be the id of anything */
        BundleId bundle() {
            return Typed.id("not-found", id, BundleId::new);
        }

        /** @throws Typed.Unreadable when nothing was chosen */
        Decision decided() {
            return Typed.choice("decision-missing", Decision.of(decision));
        }
    }

    /** A goal. @param of the bundle that it comes of; empty when it comes of none */
    record Aiming(
            String id,
            String name,
            String construct,
            String unit,
            String wanted,
            String level,
            String from,
            String by,
            String of) {
        /** @throws Typed.Unreadable when it cannot be the id of anything */
        GoalId goal() {
            return Typed.id("not-found", id, GoalId::new);
        }

        /**
         * What was meant.
         *
         * @throws Typed.Unreadable when something is missing or cannot be read
         */
        Said said() {
            return new Said(
                    name,
                    construct,
                    unit.isBlank() ? null : Typed.id("goal-unit-unknown", unit, UnitId::new),
                    level.isBlank() ? Typed.choice("goal-unclear", Wanted.of(wanted)) : null,
                    level.isBlank() ? null : Typed.number(level),
                    Typed.day(from),
                    Typed.day(by),
                    of.isBlank() ? null : Typed.id("goal-bundle-unknown", of, BundleId::new));
        }
    }

    static DevelopmentForms empty() {
        return new DevelopmentForms(
                new Bundling(fresh(), "", List.of()),
                new Answering("", "", ""),
                new Aiming(fresh(), "", "", "", "", "", "", "", ""),
                "",
                "");
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    static DevelopmentForms typed(Bundling bundling) {
        var empty = empty();
        return new DevelopmentForms(bundling, empty.answering(), empty.aiming(), "bundling", "");
    }

    static DevelopmentForms typed(Answering answering) {
        var empty = empty();
        return new DevelopmentForms(empty.bundling(), answering, empty.aiming(), "answering-" + answering.id(), "");
    }

    static DevelopmentForms typed(Aiming aiming) {
        var empty = empty();
        return new DevelopmentForms(empty.bundling(), empty.answering(), aiming, "aiming", "");
    }

    DevelopmentForms refused(String why) {
        return new DevelopmentForms(bundling, answering, aiming, at, why);
    }
}

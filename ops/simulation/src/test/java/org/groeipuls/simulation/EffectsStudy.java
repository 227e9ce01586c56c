package org.groeipuls.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.effect.InterventionEffect;
import org.groeipuls.effect.InterventionEffect.Finding;
import org.groeipuls.effect.InterventionEffects;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.Trends;
import org.jspecify.annotations.Nullable;

/**
 * How often the product finds what is true in the demonstration organisation, over many seeds.
 *
 * @param name what the setting differs in
 * @param disclosure which figures the count releases
 * @param dealt whether each seed deals out anew in which three groups an intervention is
 */
record EffectsStudy(String name, Disclosure disclosure, boolean dealt, List<DemoIntervention> interventions) {
    private static final int TREATED = 3;

    /** What was found of one intervention in one seed, next to the true effect. */
    record Found(long seed, DemoIntervention truth, InterventionEffect effect) {
        double size() {
            return given(effect.effect());
        }

        double p() {
            return given(effect.p());
        }

        private static double given(@Nullable Double number) {
            return number == null ? Double.NaN : number;
        }

        boolean says(Finding finding) {
            return effect.finding() == finding;
        }
    }

    /** How far one group's line moved at the verdict of an intervention, and how sure that is. */
    record Moved(String intervention, String group, boolean treated, double d, double se) {}

    /** All of a study. */
    record Results(EffectsStudy study, int seeds, List<Found> found, List<Moved> moved) {
        List<Found> of(DemoIntervention one) {
            return found.stream()
                    .filter(each -> each.truth().id().equals(one.id()))
                    .toList();
        }

        /** In how many seeds this was said of it. */
        long said(DemoIntervention one, Finding finding) {
            return of(one).stream().filter(each -> each.says(finding)).count();
        }
    }

    /** As the demonstration is. */
    static EffectsStudy demonstration(Disclosure disclosure) {
        return new EffectsStudy("in the groups of the demonstration", disclosure, false, DemoIntervention.ALL);
    }

    /** With the groups of every intervention dealt out anew in each seed. */
    static EffectsStudy dealt(Disclosure disclosure) {
        return new EffectsStudy("in three groups drawn in each seed", disclosure, true, DemoIntervention.ALL);
    }

    /** Runs the seeds 1 to {@code seeds}; keys lie in this folder. */
    Results run(int seeds, Path folder) {
        var vault = FileVault.at(folder);
        List<Found> found = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        LongStream.rangeClosed(1, seeds).forEach(seed -> {
            var done = dealt ? deal(seed) : interventions;
            try (var views = new StudiedViews()) {
                var years = new StudiedYears(seed, done, disclosure, vault, views);
                var trends = years.pass();
                var effects = new InterventionEffects(trends, StudiedYears.groups());
                var constructs = done.stream()
                        .map(DemoIntervention::construct)
                        .distinct()
                        .toList();
                for (var construct : constructs) {
                    var said = effects.on(construct, Checkpoint.VERDICT);
                    done.stream()
                            .filter(one -> one.construct().equals(construct))
                            .forEach(one -> found.add(new Found(seed, one, of(said, one))));
                }
                done.forEach(one -> moved.addAll(moved(trends, one, years)));
            }
        });
        return new Results(this, seeds, List.copyOf(found), List.copyOf(moved));
    }

    private static InterventionEffect of(List<InterventionEffect> effects, DemoIntervention one) {
        return effects.stream()
                .filter(effect -> effect.form().word().equals(one.form())
                        && effect.leaderRole().word().equals(one.leaderRole()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Moved> moved(Trends trends, DemoIntervention one, StudiedYears years) {
        List<Moved> moved = new ArrayList<>();
        for (var group : DemoOrganisation.groups()) {
            trends.changes(new GroupId(group.id()), one.construct())
                    .since(years.began(one), Checkpoint.VERDICT)
                    .ifPresent(reached -> moved.add(new Moved(
                            one.id(),
                            group.id(),
                            one.groups().contains(group.id()),
                            reached.change().d(),
                            reached.change().se())));
        }
        return moved;
    }

    private List<DemoIntervention> deal(long seed) {
        List<DemoIntervention> dealtOut = new ArrayList<>();
        for (var one : interventions) {
            var ids = new ArrayList<>(DemoOrganisation.groups().stream()
                    .map(DemoOrganisation.Group::id)
                    .toList());
            Collections.shuffle(ids, Random.from(chance(seed, one)));
            dealtOut.add(one.in(List.copyOf(ids.subList(0, TREATED))));
        }
        return List.copyOf(dealtOut);
    }

    private static SplittableRandom chance(long seed, DemoIntervention one) {
        return Chance.of(seed, "dealt", one.id());
    }
}

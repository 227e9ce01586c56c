package org.groeipuls.pages.hr;

import java.util.ArrayList;
import java.util.List;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseState;

/**
 * A step on the way to the first pulse.
 *
 * @param key organisation, people, groups or pulse
 * @param path where it is done
 * @param done whether it is
 * @param turn whether it is the first that is not
 * @param how how far it is, in words
 */
record Step(String key, String path, boolean done, boolean turn, String how) {
    static List<Step> all(Standing now, List<KnownPulse> pulses, Words words) {
        long asked = pulses.stream()
                .filter(known -> known.state() != PulseState.CANCELLED)
                .count();
        List<Step> steps = new ArrayList<>();
        add(
                steps,
                "organisation",
                "/hr/organisation",
                !now.organisation().teams().isEmpty(),
                words.text(
                        "hr.step.organisation.how",
                        now.organisation().units().size(),
                        now.organisation().teams().size()));
        add(steps, "people", "/hr/people", now.people() > 0, words.text("hr.step.people.how", now.people()));
        add(
                steps,
                "groups",
                "/hr/organisation/groups",
                now.tooSmall().isEmpty() && !now.organisation().teams().isEmpty(),
                words.text("hr.step.groups.how", now.tooSmall().size()));
        add(steps, "pulse", "/hr/pulses/new", asked > 0, words.text("hr.step.pulse.how", asked));
        return steps;
    }

    private static void add(List<Step> steps, String key, String path, boolean done, String how) {
        boolean turn = !done && steps.stream().allMatch(Step::done);
        steps.add(new Step(key, path, done, turn, how));
    }

    /** done, now or later. */
    public String state() {
        return done ? "done" : turn ? "now" : "later";
    }
}

package org.groeipuls.pages.organisation;

import java.util.ArrayList;
import java.util.List;
import org.groeipuls.api.hr.ToldEffect;
import org.groeipuls.effect.InterventionEffect.Finding;
import org.groeipuls.pages.Words;

/**
 * What came after an intervention, never because of it.
 *
 * @param what the form, the first day and what the leader did
 * @param where the groups, by name or how many
 * @param said what can be said, or that nothing can be said yet and why
 * @param found whether something was found
 */
record EffectSheet(String what, String where, String said, boolean found) {
    static EffectSheet of(ToldEffect one, Names names, Words words) {
        var what = words.text("noted.form." + one.form().word()) + ", "
                + words.text("noted.from", words.date(one.startedOn())) + ". "
                + words.text("noted.role." + one.leaderRole().word());
        return new EffectSheet(
                what, where(one, names, words), said(one, words), one.finding() != Finding.CANNOT_TELL_YET);
    }

    private static String where(ToldEffect one, Names names, Words words) {
        var treated = one.treated();
        var awaited = one.awaited();
        int groups = one.treatedGroups() + one.awaitedGroups();
        if (treated == null || awaited == null) {
            return words.text("organisation.effects.groups", groups);
        }
        var had = new ArrayList<>(treated);
        had.addAll(awaited);
        return words.text("organisation.effects.named", groups, words.listed(names.groups(had)));
    }

    private static String said(ToldEffect one, Words words) {
        var effect = one.effect();
        if (one.finding() != Finding.CANNOT_TELL_YET && effect != null) {
            return words.text(
                    "organisation.effects." + one.finding().word(),
                    words.points(Math.abs(effect)),
                    one.treatedGroups(),
                    one.comparedGroups());
        }
        return words.text("organisation.effects.cannot-tell-yet") + " " + why(one, words);
    }

    private static String why(ToldEffect one, Words words) {
        List<String> reasons = new ArrayList<>();
        if (one.awaitedGroups() > 0) {
            reasons.add(words.text("organisation.effects.why.awaited", one.awaitedGroups()));
        }
        if (one.comparedGroups() == 0) {
            reasons.add(words.text("organisation.effects.why.nobody"));
        }
        if (one.effect() == null && one.comparedGroups() > 0 && one.treatedGroups() > 0) {
            reasons.add(words.text("organisation.effects.why.few"));
        }
        if (reasons.isEmpty()) {
            reasons.add(words.text("organisation.effects.why.chance"));
        }
        return String.join(" ", reasons);
    }
}

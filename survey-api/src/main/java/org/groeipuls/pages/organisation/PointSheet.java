package org.groeipuls.pages.organisation;

import org.groeipuls.api.followup.BundleDesk.ToldBundle;
import org.groeipuls.pages.Words;

/** A bundle of development points and how far it is. @param overdue whether an answer is late */
record PointSheet(String theme, String status, boolean overdue) {
    static PointSheet of(ToldBundle bundle, Words words) {
        var answer = bundle.answer();
        var until = words.date(bundle.answerBy());
        var status = answer == null
                ? words.text(bundle.overdue() ? "bundles.overdue" : "bundles.until", until)
                : words.text("bundles.decision." + answer.decision().word()) + " "
                        + GoalSheet.shown(answer.because(), words);
        return new PointSheet(GoalSheet.shown(bundle.theme(), words), status, bundle.overdue());
    }
}

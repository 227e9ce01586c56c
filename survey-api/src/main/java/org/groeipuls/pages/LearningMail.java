package org.groeipuls.pages;

import java.time.YearMonth;
import java.util.List;

/**
 * The mail that asks a lead once a month which learning forms took place; the page behind the address takes two taps.
 *
 * @param body lines of plain text
 */
record LearningMail(String subject, String body) {
    /**
     * @param teams the names of the lead's teams
     * @param address of the page
     */
    static LearningMail of(YearMonth month, List<String> teams, String address, Words words) {
        var named = words.monthAndYear(month.atDay(1));
        return new LearningMail(
                words.text("learning.mail.subject", named),
                words.text("learning.mail.body", named, words.listed(teams), address));
    }
}

package org.groeipuls.api.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.YearMonth;
import java.util.List;
import org.groeipuls.team.TeamId;
import org.springframework.web.util.UriUtils;

/** Writes the mail that asks a lead once a month which learning forms took place; the page behind it takes two taps. */
final class MonthlyWriter {
    private final MailSettings settings;

    MonthlyWriter(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * @param team whose page it leads to; there all teams of the lead are named
     * @param names what the lead's teams are called
     */
    Letter write(YearMonth month, TeamId team, List<String> names, String language) {
        var words = new LetterWords(language);
        var text = new LetterText(words, settings);
        var named = words.month(month);
        text.say("hello");
        text.say("monthly.text", named, words.listed(names));
        text.say("monthly.taps");
        text.lead(
                "monthly.look",
                "/teams/" + UriUtils.encodePathSegment(team.value(), UTF_8) + "/learning?lang=" + words.language());
        text.say("monthly.foot");
        return text.letter(words.text("subject.monthly", named));
    }
}

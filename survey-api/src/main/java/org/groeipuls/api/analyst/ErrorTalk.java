package org.groeipuls.api.analyst;

import java.util.List;
import org.groeipuls.instrument.Localised;
import org.groeipuls.lexicon.LexiconId;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * How a unit talks about errors. The statements come first; what word lists found in texts is a supporting figure.
 *
 * @param statements what was released of the statements, the latest of each; to be believed first
 * @param texts what word lists found in the texts that can be read, of all pulses together
 */
record ErrorTalk(UnitId unit, String name, List<StatementView> statements, List<Talk> texts) {
    /**
     * @param about learning, blame or silence
     * @param blocks how many blocks were added up; with fewer than three nothing is shown
     * @param low the mean of the answers, 1 to 5, is not below this
     * @param high nor above this; the same under {@code exact}
     */
    record StatementView(
            String statement,
            Localised text,
            String about,
            PulseId pulse,
            int blocks,
            int n,
            double low,
            double high) {}

    /**
     * One language. Only the list that was in force when texts were released reads them.
     *
     * @param lexicon absent as long as no list of this language was tried with success on answers of this organisation
     * @param texts how many texts were read
     * @param expired how many nobody can read any more, because their retention ended
     * @param notRead how many were released before this list was in force
     * @param theta learning against blame; absent where it is not shown
     * @param silence silence as a share of all that was found; absent where it is not shown
     * @param rates shares of the texts, as found and corrected for what the list gets wrong
     * @param notShown what is not shown, and why
     */
    record Talk(
            String language,
            @Nullable LexiconId lexicon,
            @Nullable String method,
            int texts,
            int expired,
            int notRead,
            @Nullable Estimate theta,
            @Nullable Estimate silence,
            List<Rate> rates,
            List<NotShown> notShown) {}

    /** @param low the 90 % interval from here */
    record Estimate(double value, double low, double high) {}

    /**
     * @param observed share of the texts in which the list finds it, 0 to 1
     * @param corrected the share behind it (Rogan and Gladen), 0 to 1; absent where the list does no better than a coin
     */
    record Rate(String category, double observed, @Nullable Double corrected) {}

    /**
     * @param category learning, blame or silence; absent where it is all of them
     * @param reason not-tried, gate-not-passed, or too-few
     * @param failed the gates that it did not pass
     * @param detail the reason in the caller's language
     */
    record NotShown(@Nullable String category, String reason, List<String> failed, String detail) {}
}

package org.groeipuls.pages.team;

import java.util.ArrayList;
import java.util.List;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.team.GroupLooks.Look;

/**
 * Something to talk about: what can be seen, an open question, and one thing to try. Gaps come first, then the three lines that
 * a dashboard opens with.
 */
record ConversationCard(String observation, String question, String attempt) {
    /** So many fit on a sheet of A4. */
    private static final int MOST = 4;

    static List<ConversationCard> of(GroupLooks looks, Look look, Words words) {
        List<ConversationCard> cards = new ArrayList<>();
        for (var talk : looks.talk(look, words)) {
            cards.add(new ConversationCard(
                    talk.gap(), talk.question(), words.text("conversation.try." + talk.pattern())));
        }
        for (var section : looks.sections(look, words)) {
            if (GroupLooks.FIRST.contains(section.id())) {
                cards.add(new ConversationCard(
                        section.title() + ": " + section.sentence(),
                        words.text("conversation.question." + section.id()),
                        words.text("conversation.try." + section.id())));
            }
        }
        return cards.subList(0, Math.min(MOST, cards.size()));
    }
}

package org.groeipuls.pages.team;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.team.GroupLooks.Look;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Paper for a conversation in the team, a sheet of A4 each: cards, a session of 45 minutes, and peer consultation. */
@Controller
public final class ConversationPage {
    /** More do not fit on the sheet. */
    private static final int MOST_QUESTIONS = 6;

    private final GroupLooks looks;
    private final Pages pages;

    public ConversationPage(GroupLooks looks, Pages pages) {
        this.looks = looks;
        this.pages = pages;
    }

    @GetMapping("/teams/{team}/conversation")
    ResponseEntity<String> kit(
            @PathVariable("team") String team, @Nullable Authentication who, HttpServletRequest request) {
        return sheet("conversation", team, who, request, (look, words) -> Map.of());
    }

    @GetMapping("/teams/{team}/conversation/cards")
    ResponseEntity<String> cards(
            @PathVariable("team") String team, @Nullable Authentication who, HttpServletRequest request) {
        return sheet(
                "conversation-cards",
                team,
                who,
                request,
                (look, words) -> Map.of("cards", ConversationCard.of(looks, look, words)));
    }

    @GetMapping("/teams/{team}/conversation/session")
    ResponseEntity<String> session(
            @PathVariable("team") String team, @Nullable Authentication who, HttpServletRequest request) {
        return sheet("conversation-session", team, who, request, (look, words) -> Map.of());
    }

    @GetMapping("/teams/{team}/conversation/consultation")
    ResponseEntity<String> consultation(
            @PathVariable("team") String team, @Nullable Authentication who, HttpServletRequest request) {
        return sheet(
                "conversation-consultation",
                team,
                who,
                request,
                (look, words) -> Map.of("questions", questions(look, words)));
    }

    private ResponseEntity<String> sheet(
            String template,
            String team,
            @Nullable Authentication who,
            HttpServletRequest request,
            BiFunction<Look, Words, Map<String, Object>> more) {
        var words = pages.words(Language.of(request));
        return looks.seen(team, who)
                .map(look -> {
                    var content = new HashMap<>(more.apply(look, words));
                    content.put("team", look.team().name());
                    content.put("id", look.team().team().value());
                    return pages.revisited(request, template, words, content);
                })
                .orElseGet(() -> pages.notYours(request));
    }

    /** A statement, and the question that somebody could bring a case with. No figure goes with it. */
    record LearningQuestion(String statement, String question) {}

    private List<LearningQuestion> questions(Look look, Words words) {
        return looks.asked(look).stream()
                .flatMap(item -> words
                        .find("conversation.learn." + item.id())
                        .map(question -> new LearningQuestion(
                                item.text().in(words.language().tag()), question))
                        .stream())
                .limit(MOST_QUESTIONS)
                .toList();
    }
}

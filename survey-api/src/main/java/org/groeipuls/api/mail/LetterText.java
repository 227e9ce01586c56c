package org.groeipuls.api.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What a letter says, line by line, as plain text and as a page alike. */
final class LetterText {
    private final LetterWords words;
    private final MailSettings settings;
    private final List<Line> lines = new ArrayList<>();

    LetterText(LetterWords words, MailSettings settings) {
        this.words = words;
        this.settings = settings;
    }

    /**
     * A line of a letter.
     *
     * @param address where it leads; absent for plain words
     */
    private record Line(String text, @Nullable String address) {}

    void say(String key, Object... arguments) {
        line(words.text(key, arguments));
    }

    /** Something that the pages say too. */
    void repeat(String pagesKey, Object... arguments) {
        line(words.page(pagesKey, arguments));
    }

    void line(String text) {
        lines.add(new Line(text, null));
    }

    void lead(String key, String path) {
        lines.add(new Line(words.text(key), settings.address(path)));
    }

    Letter letter(String subject) {
        return new Letter(subject, plain(), html(), words.language(), "groeipuls." + settings.host());
    }

    private String plain() {
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(line.text());
            if (line.address() != null) {
                text.append(":\n").append(line.address());
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    private String html() {
        var text = new StringBuilder("<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"></head><body>\n"
                .formatted(words.language()));
        for (var line : lines) {
            var escaped = HtmlUtils.htmlEscape(line.text(), "UTF-8");
            text.append(
                    line.address() == null
                            ? "<p>" + escaped + "</p>\n"
                            : "<p><a href=\"" + HtmlUtils.htmlEscape(line.address(), "UTF-8") + "\">" + escaped
                                    + "</a></p>\n");
        }
        return text.append("</body></html>\n").toString();
    }
}

package org.groeipuls.api.mail;

import java.util.ArrayList;
import java.util.List;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes letters from what was frozen about a pulse. What it says depends on pulse, kind, group and language; only a
 * personal link is somebody's own.
 */
final class LetterWriter {
    private final MailSettings settings;

    LetterWriter(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * A line of a letter.
     *
     * @param address where it leads; absent for plain words
     */
    private record Line(String text, @Nullable String address) {}

    private final class Draft {
        private final LetterWords words;
        private final KnownPulse pulse;
        private final String title;
        private final GroupId group;
        private final @Nullable String code;
        private final List<Line> lines = new ArrayList<>();

        private Draft(KnownPulse pulse, String title, GroupId group, LetterWords words, @Nullable String code) {
            this.pulse = pulse;
            this.title = title;
            this.group = group;
            this.words = words;
            this.code = code;
        }

        private void say(String key, Object... arguments) {
            lines.add(new Line(words.text(key, arguments), null));
        }

        private void repeat(String pagesKey, Object... arguments) {
            lines.add(new Line(words.page(pagesKey, arguments), null));
        }

        private void lead(String key, String path) {
            lines.add(new Line(words.text(key), settings.address(path)));
        }

        private boolean link() {
            return pulse.issued().rules().tickets() == TicketMode.LINK;
        }

        private String opens() {
            return words.moment(pulse.issued().dates().opensAt());
        }

        private String closes() {
            return words.moment(pulse.closesAt());
        }

        private String id() {
            return pulse.issued().pulse().value();
        }

        private String answerPath() {
            var path = "/answer/" + id() + "/" + group.value() + "?lang=" + words.language();
            return code == null ? path : path + "#" + code;
        }

        private String inboxPath() {
            return "/inbox?lang=" + words.language();
        }
    }

    /** @param code what stands behind the # of a personal link; absent in letters without one */
    Letter write(
            KnownPulse pulse, LetterKind kind, String title, GroupId group, String language, @Nullable String code) {
        var words = new LetterWords(language);
        var draft = new Draft(pulse, title, group, words, code);
        draft.say("hello");
        var subject = subject(draft, kind);
        switch (kind) {
            case ENTRY_CODE, OPEN, REMINDER_1, REMINDER_2 -> {
                invite(draft, kind);
                promise(draft);
            }
            case EXTENDED -> {
                draft.say("extended.text", title, draft.closes());
                toTheAnswers(draft);
                promise(draft);
            }
            case CANCELLED -> {
                draft.say("cancelled.text", title);
                draft.repeat("cancelled.reason", String.valueOf(pulse.cancelled()));
                draft.repeat("cancelled.unread");
            }
            case RESULTS -> {
                draft.say("results.text", title, draft.closes());
                draft.lead("results.look", draft.answerPath());
                draft.say("results.check");
            }
        }
        draft.say("receipt");
        draft.repeat("page.counsellor");
        draft.say("foot");
        return new Letter(subject, plain(draft), html(draft), words.language(), "groeipuls." + settings.host());
    }

    private static String subject(Draft draft, LetterKind kind) {
        var words = draft.words;
        return switch (kind) {
            case ENTRY_CODE -> words.text("subject.entry-code", draft.title);
            case OPEN -> words.text("subject.open", draft.title);
            case REMINDER_1, REMINDER_2 -> words.text("subject.reminder", draft.title, draft.closes());
            case EXTENDED -> words.text("subject.extended", draft.title);
            case CANCELLED -> words.text("subject.cancelled", draft.title);
            case RESULTS -> words.text("subject.results", draft.title);
        };
    }

    private void invite(Draft draft, LetterKind kind) {
        if (kind == LetterKind.ENTRY_CODE) {
            draft.say("entry-code.text", draft.title, draft.opens(), draft.closes());
            draft.say("entry-code.two-steps");
            draft.lead("entry-code.look", draft.inboxPath());
        } else {
            draft.say(kind == LetterKind.OPEN ? "open.text" : "reminder.text", draft.title, draft.closes());
            if (kind != LetterKind.OPEN) {
                draft.say("reminder.everybody");
            }
            toTheAnswers(draft);
        }
        draft.say("voluntary");
    }

    private static void toTheAnswers(Draft draft) {
        if (draft.link()) {
            draft.lead("answer.link", draft.answerPath());
            draft.say("answer.yours");
        } else {
            draft.lead("answer.look", draft.answerPath());
            draft.say("answer.device");
            draft.lead("answer.no-code", draft.inboxPath());
        }
    }

    /** Who sees what, in the words of the start page, and the keys that everybody sees. */
    private void promise(Draft draft) {
        var issued = draft.pulse.issued();
        var closes = draft.pulse.closesAt().atZone(Occasion.ZONE).toLocalDate();
        draft.repeat("answer.lead-sees-not");
        draft.repeat(
                "answer.results",
                issued.rules().minimumGroup(),
                draft.closes(),
                draft.words.date(Occasion.results(closes).atZone(Occasion.ZONE).toLocalDate()));
        draft.repeat(draft.link() ? "answer.link" : "answer.blind");
        if (issued.rules().layers() == 1) {
            draft.repeat(draft.link() ? "answer.single-layer" : "answer.single-layer.ticket");
        }
        draft.lead("promise", "/promise?lang=" + draft.words.language());
        draft.say("keys.text");
        var signer = issued.keys().tickets().get(draft.group);
        if (signer != null) {
            print(draft, "entry.key-group", signer.fingerprint());
        }
        print(draft, "entry.key-council", issued.keys().councilFingerprint());
        print(draft, "entry.key-operator", issued.keys().operatorFingerprint());
        draft.lead("keys.list", "/api/v1/pulses/" + draft.id() + "/keys");
    }

    private static void print(Draft draft, String key, String fingerprint) {
        draft.lines.add(new Line(draft.words.page(key) + ": " + fingerprint, null));
    }

    private static String plain(Draft draft) {
        var text = new StringBuilder();
        for (var line : draft.lines) {
            text.append(line.text());
            if (line.address() != null) {
                text.append(":\n").append(line.address());
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    private static String html(Draft draft) {
        var text = new StringBuilder("<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"></head><body>\n"
                .formatted(draft.words.language()));
        for (var line : draft.lines) {
            var words = HtmlUtils.htmlEscape(line.text(), "UTF-8");
            text.append(
                    line.address() == null
                            ? "<p>" + words + "</p>\n"
                            : "<p><a href=\"" + HtmlUtils.htmlEscape(line.address(), "UTF-8") + "\">" + words
                                    + "</a></p>\n");
        }
        return text.append("</body></html>\n").toString();
    }
}

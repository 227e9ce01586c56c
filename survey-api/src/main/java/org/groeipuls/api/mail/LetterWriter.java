package org.groeipuls.api.mail;

import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.api.operator.OwnReasons;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * Writes letters from what was frozen about a pulse. What it says depends on pulse, kind, group and language; only a
 * personal link is somebody's own.
 */
final class LetterWriter {
    private final MailSettings settings;

    LetterWriter(MailSettings settings) {
        this.settings = settings;
    }

    private final class Draft {
        private final LetterWords words;
        private final KnownPulse pulse;
        private final String title;
        private final GroupId group;
        private final @Nullable String code;
        private final LetterText text;

        private Draft(KnownPulse pulse, String title, GroupId group, LetterWords words, @Nullable String code) {
            this.pulse = pulse;
            this.title = title;
            this.group = group;
            this.words = words;
            this.code = code;
            this.text = new LetterText(words, settings);
        }

        /** Whether it goes to the leads of a unit, of whom no page shows results. */
        private boolean leads() {
            return pulse.issued().groups().stream()
                    .anyMatch(asked -> asked.group().equals(group) && asked.ownPeople());
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
        draft.text.say("hello");
        var subject = subject(draft, kind);
        switch (kind) {
            case ENTRY_CODE, OPEN, REMINDER_1, REMINDER_2 -> {
                invite(draft, kind);
                promise(draft);
            }
            case EXTENDED -> {
                draft.text.say("extended.text", title, draft.closes());
                toTheAnswers(draft);
                promise(draft);
            }
            case CANCELLED -> {
                draft.text.say("cancelled.text", title);
                draft.text.repeat(
                        "cancelled.reason", OwnReasons.told(String.valueOf(pulse.cancelled()), draft.words::page));
                draft.text.repeat("cancelled.unread");
            }
            case RESULTS -> {
                draft.text.say(draft.leads() ? "results.text.leads" : "results.text", title, draft.closes());
                draft.text.lead("results.look", draft.answerPath());
                draft.text.say("results.check");
            }
        }
        draft.text.say("receipt");
        draft.text.repeat("page.counsellor");
        draft.text.say("foot");
        return draft.text.letter(subject);
    }

    private static String subject(Draft draft, LetterKind kind) {
        var words = draft.words;
        return switch (kind) {
            case ENTRY_CODE -> words.text("subject.entry-code", draft.title);
            case OPEN -> words.text("subject.open", draft.title);
            case REMINDER_1, REMINDER_2 -> words.text("subject.reminder", draft.title, draft.closes());
            case EXTENDED -> words.text("subject.extended", draft.title);
            case CANCELLED -> words.text("subject.cancelled", draft.title);
            case RESULTS -> words.text(draft.leads() ? "subject.results.leads" : "subject.results", draft.title);
        };
    }

    private void invite(Draft draft, LetterKind kind) {
        if (kind == LetterKind.ENTRY_CODE) {
            draft.text.say("entry-code.text", draft.title, draft.opens(), draft.closes());
            draft.text.say("entry-code.two-steps");
            if (draft.pulse.issued().rules().layers() == 2) {
                draft.text.repeat("inbox.hidden");
            }
            draft.text.lead("entry-code.look", draft.inboxPath());
        } else {
            draft.text.say(kind == LetterKind.OPEN ? "open.text" : "reminder.text", draft.title, draft.closes());
            if (kind != LetterKind.OPEN) {
                draft.text.say("reminder.everybody");
            }
            toTheAnswers(draft);
        }
        draft.text.say("voluntary");
    }

    private static void toTheAnswers(Draft draft) {
        if (draft.link()) {
            draft.text.lead("answer.link", draft.answerPath());
            draft.text.say("answer.yours");
        } else {
            draft.text.lead("answer.look", draft.answerPath());
            draft.text.say("answer.device");
            draft.text.lead("answer.no-code", draft.inboxPath());
        }
    }

    /** Who sees what, in the words of the start page, and the keys that everybody sees. */
    private void promise(Draft draft) {
        var issued = draft.pulse.issued();
        var closes = draft.pulse.closesAt().atZone(Occasion.ZONE).toLocalDate();
        draft.text.repeat("answer.lead-sees-not");
        var results =
                draft.words.date(Occasion.results(closes).atZone(Occasion.ZONE).toLocalDate());
        draft.text.repeat(
                draft.leads() ? "answer.results.leads" : "answer.results",
                issued.rules().minimumGroup(),
                draft.closes(),
                issued.rules().layers() == 1 ? results : draft.words.page("answer.earliest", results));
        draft.text.repeat(draft.link() ? "answer.link" : "answer.blind");
        if (issued.rules().layers() == 1) {
            draft.text.repeat(draft.link() ? "answer.single-layer" : "answer.single-layer.ticket");
        }
        draft.text.lead("promise", "/promise?lang=" + draft.words.language());
        draft.text.say("keys.text");
        var signer = issued.keys().tickets().get(draft.group);
        if (signer != null) {
            print(draft, "entry.key-group", signer.fingerprint());
        }
        print(draft, "entry.key-council", issued.keys().councilFingerprint());
        print(draft, "entry.key-operator", issued.keys().operatorFingerprint());
        draft.text.lead("keys.list", "/api/v1/pulses/" + draft.id() + "/keys");
    }

    private static void print(Draft draft, String key, String fingerprint) {
        draft.text.line(draft.words.page(key) + ": " + fingerprint);
    }
}

package org.groeipuls.api.mail;

import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;

/** What HR asks about letters or links cannot be done. */
public final class MailRefusal extends Refusal {
    private static final long serialVersionUID = 1;

    private MailRefusal(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static MailRefusal off() {
        return new MailRefusal(
                Kind.CONFLICT, "mail-off", "No mail server is configured (spring.mail.host), so no letter can be sent");
    }

    static MailRefusal opened(PulseId pulse) {
        return new MailRefusal(
                Kind.CONFLICT,
                "mails-fixed",
                "The mails of pulse " + pulse.value() + " can be arranged until it opens, so that nothing that happens"
                        + " in it can change them");
    }

    static MailRefusal reminders() {
        return new MailRefusal(
                Kind.UNACCEPTABLE,
                "reminders-not-allowed",
                "There are at most two reminders, the earlier one first, after opensAt and before closesAt");
    }

    static MailRefusal noLinks(PulseId pulse) {
        return new MailRefusal(
                Kind.UNACCEPTABLE,
                "mail-without-links",
                "Pulse " + pulse.value() + " has blind tickets; there are no links to mail");
    }

    static MailRefusal handedOut(GroupId group) {
        return new MailRefusal(
                Kind.CONFLICT,
                "links-handed-out",
                "The links of group " + group.value() + " were given to HR; mailing would make others and void those");
    }

    static MailRefusal byMail(GroupId group) {
        return new MailRefusal(
                Kind.CONFLICT,
                "links-by-mail",
                "The links of group " + group.value() + " go by mail to the people of the group, and to nobody else");
    }

    static MailRefusal people(GroupId group, int people, int eligible) {
        return new MailRefusal(
                Kind.CONFLICT,
                "mail-people-differ",
                "Group " + group.value() + " has " + people + " people in the list and " + eligible
                        + " who may answer; links go by mail only to 1 to " + eligible + " people");
    }

    static MailRefusal tooEarly(PulseId pulse, java.time.Instant from) {
        return new MailRefusal(
                Kind.CONFLICT, "links-too-early", "Links of pulse " + pulse.value() + " can be made from " + from);
    }
}

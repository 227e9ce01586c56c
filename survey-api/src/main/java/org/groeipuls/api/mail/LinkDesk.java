package org.groeipuls.api.mail;

import java.time.InstantSource;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.mail.LinkWays.Way;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.team.GroupId;

/** Where HR gets the links of a group to hand out itself, on cards or in a mail of its own. */
public final class LinkDesk {
    private final Links links;
    private final LinkWays ways;
    private final PulseAgenda agenda;
    private final InstantSource clock;
    private final PromptBoxes boxes;

    LinkDesk(Links links, LinkWays ways, PulseAgenda agenda, InstantSource clock, PromptBoxes boxes) {
        this.links = links;
        this.ways = ways;
        this.agenda = agenda;
        this.clock = clock;
        this.boxes = boxes;
    }

    /**
     * The codes of a group; given once, kept only as hashes.
     *
     * @throws NotFound when there is no such pulse
     * @throws MailRefusal when it is too early, or the links of the group go by mail
     */
    public Links.Codes handOut(PulseId pulse, GroupId group) {
        var issued = agenda.find(pulse).orElseThrow(NotFound::new).issued();
        var from = issued.dates().ticketsFrom();
        if (clock.instant().isBefore(from)) {
            throw MailRefusal.tooEarly(pulse, from);
        }
        if (!hasLinks(issued, group)) {
            return links.make(pulse, group);
        }
        if (ways.choose(pulse, group, Way.HAND).byMail()) {
            throw MailRefusal.byMail(group);
        }
        return boxes.having(() -> links.make(pulse, group));
    }

    private static boolean hasLinks(PulseIssued issued, GroupId group) {
        return issued.rules().tickets() == TicketMode.LINK
                && issued.groups().stream().anyMatch(asked -> asked.group().equals(group));
    }
}

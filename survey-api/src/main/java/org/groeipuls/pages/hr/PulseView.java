package org.groeipuls.pages.hr;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.api.mail.MailDesk;
import org.groeipuls.api.mail.Occasion;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.answer.AskedPulse;
import org.groeipuls.pages.council.FrozenPulse;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.release.BlockOutline;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.Participation;

/**
 * A pulse as HR sees it. Before the count nothing in it depends on whether anybody answers.
 *
 * @param frozen what was promised
 * @param groups as each is asked
 * @param when what happens when, in its order
 * @param letters that go to everybody, and how many of them went
 * @param mail whether there is a mail server
 */
record PulseView(
        KnownPulse known,
        PulseLine line,
        FrozenPulse frozen,
        List<AskedPulse> groups,
        List<Moment> when,
        List<Letters> letters,
        boolean mail,
        boolean mailed,
        boolean unopened,
        Words words) {
    /** Something that happens at a time, and whether that has been. */
    record Moment(String what, String when, boolean past) {}

    /** Letters of one kind; how many went to everybody alike, whoever answered. */
    record Letters(String what, int sent, int waiting, int stuck) {}

    static PulseView of(
            KnownPulse known,
            InstrumentShelf shelf,
            Organisation organisation,
            MailDesk desk,
            Instant now,
            Words words) {
        var instrument = shelf.find(known.issued().instrument()).orElseThrow();
        var groups = known.issued().groups().stream()
                .map(group -> new AskedPulse(known, group, instrument, organisation, words))
                .toList();
        var plan = desk.read(known.issued().pulse());
        var overview = desk.overview();
        var letters = overview.letters().stream()
                .filter(one -> one.pulse().equals(known.issued().pulse()))
                .map(one -> new Letters(
                        words.text("hr.letter." + one.kind().word()),
                        one.sent(),
                        one.waiting(),
                        one.refused() + one.failed()))
                .toList();
        return new PulseView(
                known,
                new PulseLine(known, shelf, words),
                new FrozenPulse(known, instrument, words),
                groups,
                moments(known, groups.getFirst(), plan.occasions(), now, words),
                letters,
                !overview.mail().equals("off"),
                "mail".equals(plan.links()),
                known.state() == PulseState.ISSUED
                        && now.isBefore(known.issued().dates().opensAt()),
                words);
    }

    private static List<Moment> moments(
            KnownPulse known, AskedPulse any, List<Occasion> occasions, Instant now, Words words) {
        var dates = known.issued().dates();
        List<Moment> moments = new ArrayList<>();
        var first = known.issued().rules().tickets() == TicketMode.LINK ? "hr.when.links" : "hr.when.tickets";
        moments.add(moment(first, dates.ticketsFrom(), now, words));
        moments.add(moment("hr.when.opens", dates.opensAt(), now, words));
        occasions.stream()
                .filter(one -> one.kind().word().startsWith("reminder"))
                .map(one -> moment("hr.when.reminder", one.due(), now, words))
                .forEach(moments::add);
        moments.add(moment("hr.when.closes", known.closesAt(), now, words));
        if (known.state() != PulseState.CANCELLED) {
            moments.add(new Moment(
                    words.text("hr.when.results"),
                    any.results(),
                    !today(now, words).isBefore(any.resultsFrom())));
        }
        return moments;
    }

    private static LocalDate today(Instant now, Words words) {
        return LocalDate.ofInstant(now, words.zone());
    }

    private static Moment moment(String key, Instant at, Instant now, Words words) {
        return new Moment(words.text(key), words.moment(at), !now.isBefore(at));
    }

    /** Whether it can still be called off. */
    public boolean cancellable() {
        return !line.over();
    }

    /** Whether its end can still be moved. */
    public boolean extendable() {
        return (known.state() == PulseState.ISSUED || known.state() == PulseState.OPEN) && !frozen.extended();
    }

    public boolean cards() {
        return groups.getFirst().promise().link() && !groups.getFirst().over() && !mailed;
    }

    /** What share of those whose results are shown took part, in a step; empty when nothing is shown. */
    public String participation() {
        var count = known.count();
        if (count == null || count.inclusion().isEmpty()) {
            return "";
        }
        Set<GroupId> shown = new HashSet<>();
        count.blocks().stream().filter(BlockOutline::released).forEach(block -> shown.addAll(block.groups()));
        int eligible = known.issued().groups().stream()
                .filter(group -> shown.contains(group.group()))
                .mapToInt(AskedGroup::eligible)
                .sum();
        return eligible == 0
                ? ""
                : words.text("participation."
                        + Participation.of(count.inclusion().size(), eligible).word());
    }
}

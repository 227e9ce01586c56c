package org.groeipuls.api.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.mail.LinkWays.Way;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.teamlead.MonthlyQuestion;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/** What HR arranges about letters, and sees of them: how many went out and which addresses take none. */
public final class MailDesk {
    private final Delivery delivery;
    private final Outbox outbox;
    private final MonthlyOutbox monthly;
    private final Refusals refusals;
    private final MailPlans plans;
    private final LinkWays ways;
    private final SealedLinks links;
    private final PulseAgenda agenda;
    private final InstantSource clock;
    private final PromptBoxes boxes;

    MailDesk(
            Delivery delivery,
            Outbox outbox,
            MonthlyOutbox monthly,
            Refusals refusals,
            MailPlans plans,
            LinkWays ways,
            SealedLinks links,
            PulseAgenda agenda,
            InstantSource clock,
            PromptBoxes boxes) {
        this.delivery = delivery;
        this.outbox = outbox;
        this.monthly = monthly;
        this.refusals = refusals;
        this.plans = plans;
        this.ways = ways;
        this.links = links;
        this.agenda = agenda;
        this.clock = clock;
        this.boxes = boxes;
    }

    /** How many letters went out, wait or failed, and which addresses take none. */
    public MailOverview overview() {
        var mail = !delivery.on() ? "off" : delivery.reachable() ? "on" : "unreachable";
        return MailOverview.of(mail, outbox.tallies(), monthly.tallies(), refusals.all());
    }

    /**
     * What is kept to write to somebody.
     *
     * @param pulses about which they are written to, as everybody who is invited is
     * @param months of which they are asked, as a lead, which learning forms there were
     * @param refusing why their address takes no mail; absent when it does
     */
    public record Held(
            SortedSet<PulseId> pulses,
            SortedSet<YearMonth> months,
            @Nullable Refusing refusing) {
        /** Whether nothing is. */
        public boolean none() {
            return pulses.isEmpty() && months.isEmpty() && refusing == null;
        }
    }

    /** What is kept here of somebody; neither links nor whether letters went out. */
    public Held heldOf(PersonId who) {
        return new Held(
                outbox.pulsesOf(who.subject()),
                monthly.all().stream()
                        .filter(asked -> asked.lead().equals(who))
                        .map(MonthlyQuestion.Asked::month)
                        .collect(Collectors.toCollection(TreeSet::new)),
                refusals.all().stream()
                        .filter(one -> one.person().equals(who.subject()))
                        .map(Refusals.Refusal::reason)
                        .findFirst()
                        .orElse(null));
    }

    /** Writes again to addresses that refused, and sends what failed, as far as no later letter took its place. */
    public void retry() {
        refusals.clear();
        delivery.hurry();
        monthly.retry();
        for (var pulse : outbox.pulses()) {
            var kinds = outbox.kinds(pulse);
            var newest = kinds.stream()
                    .filter(LetterKind::inSequence)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            kinds.stream()
                    .filter(kind -> !kind.inSequence() || kind == newest)
                    .forEach(kind -> outbox.retry(pulse, kind));
        }
    }

    /**
     * What holds for the letters of a pulse.
     *
     * @param links {@code mail} or {@code hand}; absent with blind tickets
     * @param lost groups whose links were made and then lost in a crash; nobody has them, and their letters count as failed
     * @param occasions when letters to everybody are due
     */
    public record Plan(PulseId pulse, @Nullable String links, List<GroupId> lost, List<Occasion> occasions) {}

    /** @throws NotFound when there is no such pulse */
    public Plan read(PulseId pulse) {
        var known = agenda.find(pulse).orElseThrow(NotFound::new);
        boolean link = known.issued().rules().tickets() == TicketMode.LINK;
        boolean mailed = known.issued().groups().stream()
                .anyMatch(group ->
                        ways.find(pulse, group.group()).filter(Way::byMail).isPresent());
        return new Plan(
                pulse,
                link ? mailed ? "mail" : "hand" : null,
                ways.groups(pulse, Way.LOST),
                !delivery.on() || link && !mailed ? List.of() : Occasion.of(known, plans.reminders(pulse)));
    }

    /** When everybody is reminded of a pulse; absent when they are not written to. */
    public @Nullable List<Instant> reminders(KnownPulse known) {
        var occasions = read(known.issued().pulse()).occasions();
        return occasions.isEmpty()
                ? null
                : occasions.stream()
                        .filter(occasion -> occasion.kind().reminds())
                        .map(Occasion::due)
                        .toList();
    }

    /**
     * When everybody is going to be reminded of a pulse to come; absent without a mail server.
     *
     * @param chosen absent: the usual times
     */
    public @Nullable List<Instant> reminders(@Nullable List<Instant> chosen, PulseDates dates) {
        if (!delivery.on()) {
            return null;
        }
        return chosen == null ? Occasion.usual(dates.opensAt(), dates.closesAt()) : chosen;
    }

    /**
     * Chooses the times of reminders, until the pulse opens.
     *
     * @param reminders absent: those of the pulse's programme, or the usual times
     * @throws NotFound when there is no such pulse
     * @throws MailRefusal when the pulse has opened, or these are no times for reminders
     */
    public void remind(PulseId pulse, @Nullable List<Instant> reminders) {
        var known = unopened(pulse);
        if (reminders != null) {
            var previous = known.issued().dates().opensAt();
            if (reminders.size() > Occasion.MOST_REMINDERS) {
                throw MailRefusal.reminders();
            }
            for (var time : reminders) {
                if (!time.isAfter(previous) || !time.isBefore(known.closesAt())) {
                    throw MailRefusal.reminders();
                }
                previous = time;
            }
        }
        plans.arrange(pulse, reminders);
    }

    /**
     * Has the links of all groups of a pulse mailed, each to one person of the group; cannot be undone.
     *
     * @param people the subjects of each group's people, as the roster has them now
     * @throws MailRefusal when there is no mail, the pulse has opened, or HR has links of a group already
     */
    public void mailLinks(PulseId pulse, SortedMap<GroupId, SortedSet<String>> people) {
        var known = unopened(pulse);
        if (!delivery.on()) {
            throw MailRefusal.off();
        }
        if (known.issued().rules().tickets() != TicketMode.LINK) {
            throw MailRefusal.noLinks(pulse);
        }
        requireFitting(known, people);
        links.decide(pulse, asked(known, people));
        requireByMail(known);
        boxes.having(() -> {
            links.seal(pulse);
            return pulse;
        });
    }

    private static SortedMap<GroupId, SortedSet<String>> asked(
            KnownPulse known, SortedMap<GroupId, SortedSet<String>> people) {
        var asked = new TreeMap<>(people);
        asked.keySet()
                .retainAll(
                        known.issued().groups().stream().map(AskedGroup::group).toList());
        return asked;
    }

    private void requireByMail(KnownPulse known) {
        for (var asked : known.issued().groups()) {
            if (ways.find(known.issued().pulse(), asked.group())
                    .filter(Way::byMail)
                    .isEmpty()) {
                throw MailRefusal.handedOut(asked.group());
            }
        }
    }

    /** Refused before anything is decided: of several groups none would otherwise be known which went which way. */
    private void requireFitting(KnownPulse known, SortedMap<GroupId, SortedSet<String>> people) {
        var pulse = known.issued().pulse();
        for (var asked : known.issued().groups()) {
            var there = people.getOrDefault(asked.group(), new TreeSet<>()).size();
            if (there == 0 || there > asked.eligible()) {
                throw MailRefusal.people(asked.group(), there, asked.eligible());
            }
            if (ways.find(pulse, asked.group()).filter(way -> !way.byMail()).isPresent()) {
                throw MailRefusal.handedOut(asked.group());
            }
        }
    }

    /** @throws MailRefusal when its links go by mail: that cannot be undone */
    public void keepInHand(PulseId pulse) {
        for (var asked : unopened(pulse).issued().groups()) {
            if (ways.find(pulse, asked.group()).filter(Way::byMail).isPresent()) {
                throw MailRefusal.byMail(asked.group());
            }
        }
    }

    private KnownPulse unopened(PulseId pulse) {
        var known = agenda.find(pulse).orElseThrow(NotFound::new);
        if (known.state() != PulseState.ISSUED
                || !clock.instant().isBefore(known.issued().dates().opensAt())) {
            throw MailRefusal.opened(pulse);
        }
        return known;
    }
}

package org.groeipuls.api.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.mail.LinkWays.Way;
import org.groeipuls.api.mail.Outbox.State;
import org.groeipuls.api.mail.Outbox.Tally;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/** What HR arranges about letters, and sees of them: how many went out and which addresses take none. */
public final class MailDesk {
    private final Delivery delivery;
    private final Outbox outbox;
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
            Refusals refusals,
            MailPlans plans,
            LinkWays ways,
            SealedLinks links,
            PulseAgenda agenda,
            InstantSource clock,
            PromptBoxes boxes) {
        this.delivery = delivery;
        this.outbox = outbox;
        this.refusals = refusals;
        this.plans = plans;
        this.ways = ways;
        this.links = links;
        this.agenda = agenda;
        this.clock = clock;
        this.boxes = boxes;
    }

    /** How many letters of one kind wait, were sent, were refused by the address, or failed. */
    public record Letters(PulseId pulse, LetterKind kind, int waiting, int sent, int refused, int failed) {}

    /** Somebody whose address takes no mail. */
    public record RefusingAddress(String person, String address, Refusing reason) {
        @Override
        public String toString() {
            return "RefusingAddress[not shown]";
        }
    }

    /** @param mail {@code on}, {@code off} when no mail server is configured, or {@code unreachable} */
    public record Overview(String mail, List<Letters> letters, List<RefusingAddress> refusing) {}

    public Overview overview() {
        var mail = !delivery.on() ? "off" : delivery.reachable() ? "on" : "unreachable";
        return new Overview(
                mail,
                letters(),
                refusals.all().stream()
                        .map(one -> new RefusingAddress(one.person(), one.address(), one.reason()))
                        .toList());
    }

    private List<Letters> letters() {
        record Sort(PulseId pulse, LetterKind kind) {}
        Map<Sort, Map<State, Integer>> sorts =
                new TreeMap<>(Comparator.comparing(Sort::pulse).thenComparing(Sort::kind));
        for (Tally tally : outbox.tallies()) {
            sorts.computeIfAbsent(new Sort(tally.pulse(), tally.kind()), sort -> new EnumMap<>(State.class))
                    .put(tally.state(), tally.letters());
        }
        List<Letters> letters = new ArrayList<>();
        sorts.forEach((sort, states) -> letters.add(new Letters(
                sort.pulse(),
                sort.kind(),
                states.getOrDefault(State.WAITING, 0),
                states.getOrDefault(State.SENT, 0),
                states.getOrDefault(State.REFUSED, 0),
                states.getOrDefault(State.FAILED, 0))));
        return letters;
    }

    /** Writes again to addresses that refused, and sends what failed, as far as no later letter took its place. */
    public void retry() {
        refusals.clear();
        delivery.hurry();
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

    /**
     * Chooses the times of reminders, until the pulse opens.
     *
     * @param reminders absent: the usual times
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

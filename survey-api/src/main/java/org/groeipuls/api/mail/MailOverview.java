package org.groeipuls.api.mail;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.groeipuls.api.mail.Outbox.State;
import org.groeipuls.api.mail.Outbox.Tally;
import org.groeipuls.api.operator.OperatorDesk;
import org.groeipuls.pulse.PulseId;

/**
 * What became of letters.
 *
 * @param mail {@code on}, {@code off} when no mail server is configured, or {@code unreachable}
 * @param letters about pulses, by pulse and kind
 * @param monthly the question to leads, by month
 * @param refusing whose address takes no mail
 */
public record MailOverview(String mail, List<Letters> letters, List<Monthly> monthly, List<RefusingAddress> refusing) {

    private sealed interface Fate {
        int waiting();

        int refused();

        int failed();
    }

    /** How many letters of one kind wait, were sent, were refused by the address, or failed. */
    public record Letters(PulseId pulse, LetterKind kind, int waiting, int sent, int refused, int failed)
            implements Fate {}

    /** How many letters of the monthly question to leads wait, were sent, were refused by the address, or failed. */
    public record Monthly(YearMonth month, int waiting, int sent, int refused, int failed) implements Fate {}

    /** Somebody whose address takes no mail. */
    public record RefusingAddress(String person, String address, Refusing reason) {
        @Override
        public String toString() {
            return "RefusingAddress[not shown]";
        }
    }

    static MailOverview of(
            String mail, List<Tally> tallies, List<MonthlyOutbox.Tally> months, List<Refusals.Refusal> refusing) {
        return new MailOverview(
                mail,
                letters(tallies),
                monthly(months),
                refusing.stream()
                        .map(one -> new RefusingAddress(one.person(), one.address(), one.reason()))
                        .toList());
    }

    /** All letters together, without whose or which they are. */
    OperatorDesk.Letters together() {
        var all = Stream.<Fate>concat(letters.stream(), monthly.stream()).toList();
        return new OperatorDesk.Letters(
                mail,
                all.stream().mapToInt(Fate::waiting).sum(),
                all.stream().mapToInt(Fate::refused).sum(),
                all.stream().mapToInt(Fate::failed).sum());
    }

    private static List<Monthly> monthly(List<MonthlyOutbox.Tally> tallies) {
        Map<YearMonth, Map<State, Integer>> months = new TreeMap<>();
        tallies.forEach(tally -> months.computeIfAbsent(tally.month(), month -> new EnumMap<>(State.class))
                .put(tally.state(), tally.letters()));
        List<Monthly> all = new ArrayList<>();
        months.forEach((month, states) -> all.add(new Monthly(
                month,
                states.getOrDefault(State.WAITING, 0),
                states.getOrDefault(State.SENT, 0),
                states.getOrDefault(State.REFUSED, 0),
                states.getOrDefault(State.FAILED, 0))));
        return all;
    }

    private static List<Letters> letters(List<Tally> tallies) {
        record Sort(PulseId pulse, LetterKind kind) {}
        Map<Sort, Map<State, Integer>> sorts =
                new TreeMap<>(Comparator.comparing(Sort::pulse).thenComparing(Sort::kind));
        for (var tally : tallies) {
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
}

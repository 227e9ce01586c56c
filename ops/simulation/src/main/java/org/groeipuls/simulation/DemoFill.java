package org.groeipuls.simulation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.pulse.TicketMode;

/** Lets two years happen in a fresh demonstration server, over HTTP and by its driven clock. */
final class DemoFill {
    static final long SEED = 20_26_07;

    /** In the open pulses so many of those who will answer have done so by now. */
    private static final double ALREADY = .5;

    private final SurveyClient client;
    private final DemoSchedule schedule;
    private final DemoLevels levels = new DemoLevels(SEED);
    private final AnswerModel model = new AnswerModel(Catalogue.builtIn().getFirst(), levels, SEED);
    private final Administration hr;
    private final Employees employees;
    private final Play play;
    private final DemoTruth truth;

    DemoFill(SurveyClient client, DemoSchedule schedule) {
        this.client = client;
        this.schedule = schedule;
        this.hr = new Administration(client);
        this.employees = new Employees(client);
        this.play = new Play(client, new Habits(Map.of(Behaviour.DOUBLE_SEND, .02, Behaviour.REVISION, .02)), SEED);
        this.truth = new DemoTruth(schedule, levels);
    }

    /**
     * A code that nobody has used yet.
     *
     * @param pulse an open pulse
     * @param code as it stands behind the {@code #} of a link: with an open question two codes, with a dot in between
     */
    record Unused(String pulse, String group, String code) {}

    /** What is true, and what is left to try. */
    record Filled(DemoTruth truth, List<Unused> unused) {}

    Filled fill(PrintStream progress) {
        return fill(1, progress);
    }

    /** @param first place of the first pulse that happens, 1 to 26; what was done before it is left out */
    Filled fill(int first, PrintStream progress) {
        client.clock(schedule.beginning());
        DemoOrganisation.register(client);
        for (int place = first; place <= DemoSchedule.COUNTED; place++) {
            count(place);
            progress.printf("  peiling %d van %d%n", place, DemoSchedule.COUNTED);
        }
        List<Unused> unused = open();
        client.clock(schedule.now());
        var next = schedule.scheduled();
        client.put("hr", "/pulses/" + next.pulse(), next.body());
        return new Filled(truth, unused);
    }

    private void count(int place) {
        var plan = schedule.counted(place);
        var asked = hr.issue(plan);
        DemoIntervention.ALL.stream().filter(one -> one.from() == place).forEach(one -> one.record(client, schedule));
        var codes = hr.handOut(plan.pulse(), asked);
        client.clock(plan.opensAt());
        var sheets = sheets(asked, place);
        play.answer(plan.pulse(), codes, sheets);
        client.clock(plan.closesAt());
        truth.counted(plan, asked, sheets);
        DemoFollowUp.after(place, client, schedule);
    }

    private List<AnswerSheet> sheets(List<Administration.Asked> asked, int place) {
        List<AnswerSheet> sheets = new ArrayList<>();
        for (var group : asked) {
            sheets.addAll(model.sheets(group.group(), group.eligible(), place, group.items()));
        }
        return sheets;
    }

    private record Invited(PulsePlan plan, List<Administration.Asked> groups, Map<String, List<String>> codes) {
        boolean blind() {
            return plan.tickets() == TicketMode.BLIND;
        }
    }

    private List<Unused> open() {
        List<Invited> invited = new ArrayList<>();
        for (var plan : schedule.open()) {
            var groups = hr.issue(plan);
            var byLink = plan.tickets() == TicketMode.LINK;
            invited.add(new Invited(plan, groups, byLink ? hr.handOut(plan.pulse(), groups) : Map.of()));
        }
        client.clock(schedule.open().getFirst().opensAt());
        List<Unused> unused = new ArrayList<>();
        for (var one : invited) {
            var pulse = one.plan().pulse();
            var chance = Chance.of(SEED, "early", pulse);
            var early = sheets(one.groups(), DemoSchedule.OPEN).stream()
                    .filter(sheet -> chance.nextDouble() < ALREADY)
                    .toList();
            if (one.blind()) {
                play.enter(pulse, employees.fetchTickets(pulse, first(early)), early);
            } else {
                play.answer(pulse, one.codes(), early);
                unused.addAll(unused(pulse, one.codes(), early));
            }
        }
        return unused;
    }

    /** Of each group as many of its first people as there are sheets. */
    private static List<String> first(List<AnswerSheet> sheets) {
        List<String> people = new ArrayList<>();
        sheets.stream()
                .collect(Collectors.groupingBy(AnswerSheet::group, Collectors.counting()))
                .forEach((group, many) ->
                        people.addAll(DemoOrganisation.peopleOf(group).subList(0, Math.toIntExact(many))));
        return people;
    }

    /** Sheets take the first codes of their group, so what lies behind those is free. */
    private static List<Unused> unused(String pulse, Map<String, List<String>> codes, List<AnswerSheet> used) {
        List<Unused> unused = new ArrayList<>();
        codes.forEach((group, list) -> {
            int taken = (int)
                    used.stream().filter(sheet -> sheet.group().equals(group)).count();
            list.subList(taken, list.size()).forEach(code -> unused.add(new Unused(pulse, group, code)));
        });
        return unused;
    }
}

package org.groeipuls.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentEvent.InstrumentRegistered;
import org.groeipuls.intervention.InterventionEvent.InterventionRecorded;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.intervention.Particulars;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseEvent.PulseClosed;
import org.groeipuls.pulse.PulseEvent.PulseCounted;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.Rotation;
import org.groeipuls.release.Counting;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.groeipuls.trend.Trends;

/**
 * The demonstration's two years of one seed without HTTP: the same people, calendar, forms and answers; the product's own
 * count with its own vault; and the product's own projections. Ballots are not sealed and not sent.
 */
final class StudiedYears {
    private static final Instant NOW = Instant.parse("2026-10-28T11:30:00Z");
    private static final int SPREAD_MINIMUM = PulseRules.DEFAULT.spreadMinimum();

    private final DemoSchedule schedule = new DemoSchedule(NOW);
    private final Instrument instrument = Catalogue.builtIn().getFirst();
    private final KnownBoxes boxes = new KnownBoxes();
    private final SortedMap<String, Integer> earlier = new TreeMap<>();
    private final List<DemoIntervention> interventions;
    private final Disclosure disclosure;
    private final AnswerModel model;
    private final FileVault vault;
    private final Counting counting;
    private final StudiedViews views;

    StudiedYears(
            long seed,
            List<DemoIntervention> interventions,
            Disclosure disclosure,
            FileVault vault,
            StudiedViews views) {
        this.interventions = interventions;
        this.disclosure = disclosure;
        this.model = new AnswerModel(instrument, new DemoLevels(seed, interventions), seed);
        this.vault = vault;
        this.counting = new Counting(vault, boxes, vault.textKeys());
        this.views = views;
    }

    /** Lets all of it happen. */
    Trends pass() {
        views.happened(new InstrumentRegistered(instrument.key().toString(), instrument));
        for (int place = 1; place <= DemoSchedule.COUNTED; place++) {
            count(place);
        }
        return views.trends();
    }

    private void count(int place) {
        var plan = schedule.counted(place);
        var issued = issued(plan);
        views.happened(issued);
        interventions.stream().filter(one -> one.from() == place).forEach(this::recorded);
        views.happened(new PulseOpened(issued.pulse()));
        views.happened(new PulseClosed(issued.pulse()));
        List<AnswerSheet> sheets = new ArrayList<>();
        for (var group : issued.groups()) {
            sheets.addAll(model.sheets(group.group().value(), group.eligible(), place, group.items()));
        }
        boxes.put(plan.pulse(), sheets);
        vault.establish(plan.pulse());
        var on = plan.closesAt().atZone(ZoneOffset.UTC).toLocalDate();
        var publish = counting.count(issued, instrument, Calibration.DEFAULT, on);
        views.happened(publish.count());
        publish.blocks().forEach(views::happened);
        views.happened(new PulseCounted(issued.pulse()));
    }

    private void recorded(DemoIntervention one) {
        for (var group : one.groups()) {
            views.happened(new InterventionRecorded(
                    new InterventionId(one.idIn(group)),
                    new Particulars(
                            LearningForm.of(one.form()).orElseThrow(),
                            one.startedOn(schedule),
                            null,
                            null,
                            LeaderRole.of(one.leaderRole()).orElseThrow(),
                            teams(group))));
        }
    }

    private PulseIssued issued(PulsePlan plan) {
        List<AskedGroup> groups = new ArrayList<>();
        for (var group : DemoOrganisation.groups()) {
            if (plan.groups().contains(group.id())) {
                groups.add(asked(plan, group.id(), teams(group.id()), group.department(), group.size()));
            }
        }
        var leads = DemoOrganisation.TEAMS.size();
        groups.add(asked(plan, DemoOrganisation.LEADS, new TreeSet<>(), DemoOrganisation.ROOT, leads));
        groups.sort(Comparator.comparing(AskedGroup::group));
        return new PulseIssued(
                new PulseId(plan.pulse()),
                instrument.key(),
                new PulseRules(PulseRules.LEAST_GROUP, disclosure, SPREAD_MINIMUM, plan.tickets(), 1),
                new PulseDates(plan.issuedAt(), plan.opensAt(), plan.closesAt()),
                DemoOrganisation.UNITS.stream().map(StudiedYears::asked).toList(),
                groups,
                new FrozenKeys("", "", "", ""),
                null,
                true);
    }

    private static AskedUnit asked(DemoOrganisation.Unit unit) {
        return new AskedUnit(
                new UnitId(unit.id()), unit.name(), unit.parent() == null ? null : new UnitId(unit.parent()));
    }

    private AskedGroup asked(PulsePlan plan, String group, SortedSet<TeamId> teams, String unit, int eligible) {
        int before = earlier.merge(group, 1, Integer::sum) - 1;
        int year = plan.opensAt().atZone(ZoneOffset.UTC).getYear();
        var form = instrument.form(Rotation.form(instrument, before, new UnitId(unit), year));
        var moves = before == 0 ? null : new AskedGroup.Moves(0, 0);
        return new AskedGroup(
                new GroupId(group), group, teams, new UnitId(unit), eligible, form.name(), form.items(), moves);
    }

    /** The eight groups as they are now. */
    static List<KnownGroup> groups() {
        return DemoOrganisation.groups().stream()
                .map(group -> new KnownGroup(new GroupId(group.id()), teams(group.id())))
                .toList();
    }

    private static SortedSet<TeamId> teams(String id) {
        return DemoOrganisation.groups().stream()
                .filter(group -> group.id().equals(id))
                .flatMap(group -> group.teams().stream())
                .map(team -> new TeamId(team.id()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** When the intervention began. */
    java.time.LocalDate began(DemoIntervention one) {
        return one.startedOn(schedule);
    }
}

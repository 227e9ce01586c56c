package org.groeipuls.api.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.action.ActionEvent.ActionAgreed;
import org.groeipuls.action.ActionEvent.ActionConcluded;
import org.groeipuls.action.ActionEvent.ActionCorrected;
import org.groeipuls.action.ActionEvent.ActionReopened;
import org.groeipuls.action.ActionEvent.ActionWordsRemoved;
import org.groeipuls.action.ActionId;
import org.groeipuls.action.ActionState;
import org.groeipuls.action.Agreed;
import org.groeipuls.action.Owner;
import org.groeipuls.calibration.CalibrationEvent.CalibrationAdopted;
import org.groeipuls.calibration.CalibrationVersion;
import org.groeipuls.calibration.Constants;
import org.groeipuls.calibration.Origin;
import org.groeipuls.development.Aim;
import org.groeipuls.development.BundleEvent.AnswerCorrected;
import org.groeipuls.development.BundleEvent.BundleAnswered;
import org.groeipuls.development.BundleEvent.BundleChanged;
import org.groeipuls.development.BundleEvent.BundleWordsRemoved;
import org.groeipuls.development.BundleEvent.PointsBundled;
import org.groeipuls.development.BundleId;
import org.groeipuls.development.Decision;
import org.groeipuls.development.GoalEvent.GoalChanged;
import org.groeipuls.development.GoalEvent.GoalSet;
import org.groeipuls.development.GoalEvent.GoalWordsRemoved;
import org.groeipuls.development.GoalId;
import org.groeipuls.development.PointEvent.PointReworded;
import org.groeipuls.development.PointEvent.PointSent;
import org.groeipuls.development.PointEvent.PointWordsRemoved;
import org.groeipuls.development.PointId;
import org.groeipuls.development.Wanted;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentEvent.InstrumentRegistered;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.Localised;
import org.groeipuls.instrument.PairedPattern;
import org.groeipuls.instrument.ResponseScale;
import org.groeipuls.intervention.InterventionEvent.InterventionCorrected;
import org.groeipuls.intervention.InterventionEvent.InterventionEnded;
import org.groeipuls.intervention.InterventionEvent.InterventionRecorded;
import org.groeipuls.intervention.InterventionEvent.InterventionWithdrawn;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.intervention.Particulars;
import org.groeipuls.language.Category;
import org.groeipuls.language.Language;
import org.groeipuls.lexicon.LexiconEvent.LexiconRegistered;
import org.groeipuls.lexicon.LexiconEvent.LexiconTried;
import org.groeipuls.lexicon.LexiconId;
import org.groeipuls.lexicon.Study;
import org.groeipuls.lexicon.Study.Trial;
import org.groeipuls.lexicon.Tally;
import org.groeipuls.mirror.MirrorEvent.MirrorAnswered;
import org.groeipuls.mirror.MirrorEvent.MirrorShared;
import org.groeipuls.mirror.MirrorId;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.outcome.OutcomeId;
import org.groeipuls.programme.Break;
import org.groeipuls.programme.Cadence;
import org.groeipuls.programme.Definition;
import org.groeipuls.programme.Mails;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceHeldUp;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceIssued;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceSkipped;
import org.groeipuls.programme.ProgrammeEvent.ProgrammeChanged;
import org.groeipuls.programme.ProgrammeEvent.ProgrammeDefined;
import org.groeipuls.programme.ProgrammeId;
import org.groeipuls.programme.Reason;
import org.groeipuls.programme.Turn;
import org.groeipuls.pulse.Agreement;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.FrozenKeys.TicketSigner;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseEvent.PulseCancelled;
import org.groeipuls.pulse.PulseEvent.PulseClosed;
import org.groeipuls.pulse.PulseEvent.PulseCounted;
import org.groeipuls.pulse.PulseEvent.PulseExtended;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.reference.EarlierResults;
import org.groeipuls.reference.EarlierResults.Statement;
import org.groeipuls.reference.EarlierResults.Year;
import org.groeipuls.reference.ReferenceEvent.ReferenceCorrected;
import org.groeipuls.reference.ReferenceEvent.ReferenceImported;
import org.groeipuls.reference.ReferenceId;
import org.groeipuls.release.BlockOutline;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.OrganisationRecord;
import org.groeipuls.release.OrganisationRecord.ConstructMoments;
import org.groeipuls.release.OrganisationRecord.GapMoments;
import org.groeipuls.release.PairFigures;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.release.ReleaseEvent.TextsReleased;
import org.groeipuls.release.ReleaseId;
import org.groeipuls.release.ScaleFigures;
import org.groeipuls.release.SpreadFigures;
import org.groeipuls.release.SpreadFigures.AgreementFigures;
import org.groeipuls.release.UnitDistribution;
import org.groeipuls.release.UnitDistribution.NoisyItem;
import org.groeipuls.release.Withheld;
import org.groeipuls.rule.RuleEvent.RuleAdopted;
import org.groeipuls.rule.RuleVersion;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.scoring.Basis;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.scoring.SumClass;
import org.groeipuls.scoring.Thresholds;
import org.groeipuls.team.Descent;
import org.groeipuls.team.GroupEvent.GroupChanged;
import org.groeipuls.team.GroupEvent.GroupDissolved;
import org.groeipuls.team.GroupEvent.GroupFormed;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.OrganisationChange.Close;
import org.groeipuls.team.OrganisationChange.Merge;
import org.groeipuls.team.OrganisationChange.Move;
import org.groeipuls.team.OrganisationChange.NewTeam;
import org.groeipuls.team.OrganisationChange.Rename;
import org.groeipuls.team.OrganisationChange.Split;
import org.groeipuls.team.ReorganisationEvent.ReorganisationPlanned;
import org.groeipuls.team.ReorganisationEvent.ReorganisationTookEffect;
import org.groeipuls.team.ReorganisationEvent.ReorganisationWithdrawn;
import org.groeipuls.team.ReorganisationId;
import org.groeipuls.team.TeamEvent.TeamChanged;
import org.groeipuls.team.TeamEvent.TeamClosed;
import org.groeipuls.team.TeamEvent.TeamEstablished;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitEvent.UnitChanged;
import org.groeipuls.team.UnitEvent.UnitClosed;
import org.groeipuls.team.UnitEvent.UnitEstablished;
import org.groeipuls.team.UnitId;
import org.groeipuls.wording.WordingId;
import org.jspecify.annotations.Nullable;

/** One event of every kind, with every field in use somewhere; by the name of its golden file. */
final class Samples {
    private static final PulseId PULSE = new PulseId("2026-03");
    private static final ReleaseId RELEASE = ReleaseId.of(PULSE);
    private static final UnitId ROOT = new UnitId("city");
    private static final UnitId SERVICE = new UnitId("works");
    private static final TeamId ROADS = new TeamId("roads");
    private static final TeamId PARKS = new TeamId("parks");
    private static final GroupId GROUP = new GroupId("outdoors");
    private static final GroupId LEADS = AskedGroup.ownPeopleOf(SERVICE);
    private static final InstrumentKey INSTRUMENT = new InstrumentKey("short", 2);
    private static final InterventionId CASE = new InterventionId("own-case");
    private static final LexiconId LIST = new LexiconId("error-talk-nl@2");
    private static final ReferenceId EARLIER = new ReferenceId("challenge");
    private static final ProgrammeId MONTHLY = new ProgrammeId("monthly");
    private static final LocalDate DAY = LocalDate.parse("2026-03-17");

    private static final WordingId WORDING = new WordingId("5f0c1a52-8a44-4e0f-9d1c-0a6f5b8f2d31");

    private Samples() {}

    private static void reorganised(SortedMap<String, Object> all) {
        var id = new ReorganisationId("spring");
        var north = new NewTeam(new TeamId("north"), "Noord", SERVICE, 4);
        var south = new NewTeam(new TeamId("south"), "Zuid", SERVICE, 3);
        all.put("ReorganisationPlanned.1", new ReorganisationPlanned(id, new Move(ROADS, null, ROOT), DAY));
        all.put("ReorganisationPlanned.1.rename", new ReorganisationPlanned(id, new Rename(null, SERVICE, "W"), DAY));
        all.put("ReorganisationPlanned.1.close", new ReorganisationPlanned(id, new Close(ROADS, null), DAY));
        all.put("ReorganisationWithdrawn.1", new ReorganisationWithdrawn(id));
        all.put(
                "RuleAdopted.1",
                new RuleAdopted(
                        new RuleVersion("says-twice@1"),
                        new ScoringRule(
                                new RuleVersion("says-twice@1"),
                                new TreeMap<>(Map.of("E1", 2.0)),
                                new TreeSet<>(List.of("E2")),
                                new Thresholds(.01, .25, .3)),
                        DAY));
        all.put(
                "ReorganisationTookEffect.1",
                new ReorganisationTookEffect(
                        id,
                        new Split(ROADS, List.of(north, south)),
                        DAY,
                        List.of(new Descent(ROADS, north.team(), 4), new Descent(ROADS, south.team(), 3))));
        all.put(
                "ReorganisationTookEffect.1.merge",
                new ReorganisationTookEffect(
                        id, new Merge(new TreeSet<>(List.of(ROADS, PARKS)), north), DAY, List.of()));
    }

    private static void followUp(SortedMap<String, Object> all) {
        var action = new ActionId("daily-start");
        var agreed = new Agreed(PULSE, WORDING, Owner.TEAM, DAY.plusDays(28));
        all.put("ActionAgreed.1", new ActionAgreed(action, ROADS, agreed));
        all.put("ActionCorrected.1", new ActionCorrected(action, new Agreed(PULSE, WORDING, Owner.LEAD, DAY)));
        all.put("ActionConcluded.1", new ActionConcluded(action, ActionState.DROPPED, WORDING));
        all.put("ActionReopened.1", new ActionReopened(action));
        all.put("ActionWordsRemoved.1", new ActionWordsRemoved(action));
        var point = new PointId("0d3d6f0e-30a6-4f0c-a5a7-4f8f0a3f9f10");
        all.put("PointSent.1", new PointSent(point, SERVICE, WORDING));
        all.put("PointReworded.1", new PointReworded(point, WORDING));
        all.put("PointWordsRemoved.1", new PointWordsRemoved(point));
        var bundle = new BundleId("2026-spring");
        var points = new TreeSet<>(List.of(point));
        all.put("PointsBundled.1", new PointsBundled(bundle, WORDING, points, DAY.plusDays(28)));
        all.put("BundleChanged.1", new BundleChanged(bundle, WORDING, points));
        all.put("BundleAnswered.1", new BundleAnswered(bundle, Decision.WE_DO_NOT, WORDING, DAY));
        all.put("AnswerCorrected.1", new AnswerCorrected(bundle, Decision.WE_DO, WORDING));
        all.put("BundleWordsRemoved.1", new BundleWordsRemoved(bundle));
        var goal = new GoalId("speak-up");
        var rise = new Aim(WORDING, "psychological-safety", null, Wanted.RISE, null, DAY, DAY.plusDays(180), bundle);
        all.put("GoalSet.1", new GoalSet(goal, rise));
        all.put(
                "GoalChanged.1",
                new GoalChanged(
                        goal, new Aim(WORDING, "error-talk", SERVICE, null, 3.5, DAY, DAY.plusDays(180), null)));
        all.put("GoalWordsRemoved.1", new GoalWordsRemoved(goal));
    }

    static SortedMap<String, Object> all() {
        var all = new TreeMap<String, Object>();
        all.put("UnitEstablished.1", new UnitEstablished(SERVICE, "Openbare werken \u20AC", ROOT, 3));
        all.put("UnitEstablished.1.root", new UnitEstablished(ROOT, "Gemeente", null, 0));
        all.put("UnitChanged.1", new UnitChanged(SERVICE, "Werken", ROOT, 4));
        all.put("TeamEstablished.1", new TeamEstablished(ROADS, "Wegen", SERVICE, 7));
        all.put("TeamEstablished.1.since", new TeamEstablished(ROADS, "Wegen", SERVICE, 7, DAY));
        all.put("TeamClosed.1", new TeamClosed(ROADS, DAY));
        all.put("UnitClosed.1", new UnitClosed(SERVICE, DAY));
        all.put("GroupDissolved.1", new GroupDissolved(GROUP));
        reorganised(all);
        all.put("TeamChanged.1", new TeamChanged(ROADS, "Wegen en water", SERVICE, 9));
        all.put("GroupFormed.1", new GroupFormed(GROUP, new TreeSet<>(List.of(ROADS, PARKS))));
        all.put("GroupChanged.1", new GroupChanged(GROUP, new TreeSet<>(List.of(ROADS))));
        all.put("InstrumentRegistered.1", new InstrumentRegistered("instrument:short@2", instrument()));
        all.put("PulseIssued.1", issued(Disclosure.BANDED, new Agreement("OR 2026/4", LocalDate.parse("2026-02-01"))));
        all.put("PulseIssued.1.exact", issued(Disclosure.EXACT, null));
        all.put("PulseIssued.1.blind", blind(issued(Disclosure.BANDED, null)));
        all.put("PulseIssued.1.origin", descended(issued(Disclosure.BANDED, null)));
        all.put("PulseIssued.1.openText", writing(blind(issued(Disclosure.BANDED, null))));
        var sessions = new Particulars(
                LearningForm.INTERVISIE,
                DAY,
                DAY.plusDays(30),
                4,
                LeaderRole.BRINGS_OWN_CASE,
                new TreeSet<>(List.of(ROADS, PARKS)));
        all.put("InterventionRecorded.1", new InterventionRecorded(CASE, sessions.ended(null, null)));
        all.put("InterventionCorrected.1", new InterventionCorrected(CASE, sessions));
        all.put("InterventionEnded.1", new InterventionEnded(CASE, DAY.plusDays(30), 4));
        all.put("InterventionEnded.1.uncounted", new InterventionEnded(CASE, DAY.plusDays(30), null));
        all.put("InterventionWithdrawn.1", new InterventionWithdrawn(CASE));
        var mirror = MirrorId.of("key", GROUP, PULSE);
        all.put("MirrorAnswered.1", new MirrorAnswered(mirror, GROUP, PULSE, "leader", "c2VhbGVk"));
        all.put("MirrorShared.1", new MirrorShared(mirror, GROUP, PULSE));
        followUp(all);
        all.put("PulseOpened.1", new PulseOpened(PULSE));
        all.put("PulseExtended.1", new PulseExtended(PULSE, Instant.parse("2026-03-20T16:00:00Z")));
        all.put("PulseClosed.1", new PulseClosed(PULSE));
        all.put("PulseCounted.1", new PulseCounted(PULSE));
        all.put("PulseCancelled.1", new PulseCancelled(PULSE, "Verkeerde vragen"));
        all.put("CountPublished.1.banded", published(Disclosure.BANDED));
        all.put("CountPublished.1.exact", published(Disclosure.EXACT));
        all.put("BlockReleased.1.banded", banded());
        all.put("BlockReleased.1.exact", exact());
        all.put("OutcomeStated.1", stated(new Anchored(PULSE, 1, null)));
        all.put("OutcomeStated.1.marker", stated(new Anchored(PULSE, 1, CASE)));
        all.put("TextsReleased.1", new TextsReleased(RELEASE, PULSE, ROOT, 14, 6, "c2VhbGVk", DAY.plusDays(365)));
        all.put(
                "CalibrationAdopted.1",
                adopted("learned@1", Origin.estimated("lag-differences@1", List.of(PULSE), 31)));
        all.put("CalibrationAdopted.1.stated", adopted("outside", Origin.stated("Rapport 2026/7, tabel 3")));
        all.put("LexiconRegistered.1", new LexiconRegistered(LIST, Language.NL, "kind\twords\tnote\n", "clauses@1"));
        var tally = new Tally(60, 10, 20, 400);
        all.put(
                "LexiconTried.1",
                new LexiconTried(
                        LIST,
                        new Study(
                                "clauses@1",
                                980,
                                new TreeMap<>(Map.of(
                                        Category.LEARNING, new Trial(tally, new Tally(110, 20, 20, 830), 41),
                                        Category.BLAME, new Trial(tally, null, 4))))));
        all.put("ProgrammeDefined.1", new ProgrammeDefined(MONTHLY, definition(List.of(GROUP), "F1", false), DAY));
        all.put("ProgrammeDefined.1.least", new ProgrammeDefined(MONTHLY, definition(null, null, false), DAY));
        all.put(
                "ProgrammeDefined.1.mails",
                new ProgrammeDefined(MONTHLY, definition(null, null, new Mails(List.of(2, 5), false), false), DAY));
        all.put("ProgrammeChanged.1", new ProgrammeChanged(MONTHLY, definition(null, "F1", true), DAY.plusDays(1)));
        all.put(
                "OccurrenceIssued.1",
                new OccurrenceIssued(MONTHLY, DAY, MONTHLY.pulseOf(DAY), new Turn(4, 3, false), true));
        all.put("OccurrenceSkipped.1", new OccurrenceSkipped(MONTHLY, DAY, Reason.IN_A_BREAK));
        all.put(
                "OccurrenceHeldUp.1",
                new OccurrenceHeldUp(MONTHLY, DAY, new Reason("council-key-missing", "The key is missing")));
        all.put("ReferenceImported.1", new ReferenceImported(EARLIER, earlier("Bevraagd", null)));
        all.put("ReferenceCorrected.1", new ReferenceCorrected(EARLIER, earlier(null, "error-talk")));
        return all;
    }

    private static Definition definition(@Nullable List<GroupId> groups, @Nullable String yearly, boolean ended) {
        return definition(groups, yearly, null, ended);
    }

    private static Definition definition(
            @Nullable List<GroupId> groups, @Nullable String yearly, @Nullable Mails mails, boolean ended) {
        boolean whole = groups != null;
        var cadence = new Cadence(
                "FREQ=WEEKLY;INTERVAL=4;BYDAY=MO",
                DAY,
                whole ? DAY.plusYears(1) : null,
                ZoneId.of("Europe/Amsterdam"),
                LocalTime.of(9, 0),
                8,
                whole
                        ? List.of(new Break(DAY, DAY, "Vrij"), new Break(DAY.plusDays(9), DAY.plusDays(10), null))
                        : List.of(),
                1,
                7);
        return new Definition(
                "Maandelijks",
                INSTRUMENT,
                cadence,
                List.of("F1", "F2"),
                yearly,
                groups,
                !whole,
                PulseRules.DEFAULT,
                whole,
                365,
                whole ? new Agreement("OR 2026/4", LocalDate.parse("2026-02-01")) : null,
                mails,
                ended);
    }

    private static CalibrationAdopted adopted(String version, Origin origin) {
        return new CalibrationAdopted(
                new CalibrationVersion(version),
                new Constants(
                        new TreeMap<>(Map.of("E1", 0.125, "E2", -0.125)),
                        new TreeMap<>(Map.of("error-talk", 3.5)),
                        new TreeMap<>(Map.of("error-talk", 0.1)),
                        new TreeMap<>(Map.of("error-talk", 0.45)),
                        0.7,
                        0.004,
                        0.6),
                origin,
                DAY);
    }

    private static OutcomeStated stated(Anchored anchor) {
        boolean rolling = anchor.marker() == null;
        return new OutcomeStated(
                OutcomeId.of(GROUP, "error-talk", anchor, Checkpoint.VERDICT),
                GROUP,
                "error-talk",
                anchor,
                Checkpoint.VERDICT,
                new PulseId("2026-09"),
                rolling ? Outcome.ROSE : Outcome.NOT_ENOUGH_DATA,
                rolling ? new TreeSet<>() : new TreeSet<>(List.of(Basis.Lack.PARTICIPATION, Basis.Lack.SAME_PEOPLE)),
                0.375,
                0.125,
                0.0027,
                0.35,
                rolling ? 0.25 : null,
                "local-level@1",
                "default@1");
    }

    private static EarlierResults earlier(
            @org.jspecify.annotations.Nullable String nl, @org.jspecify.annotations.Nullable String construct) {
        return new EarlierResults(
                "Bureau, 2024",
                new Statement(nl, "Asked"),
                construct,
                List.of(new Year(2023, 41.5, null), new Year(2024, 44, 812)));
    }

    private static Localised text(String both) {
        return new Localised(both + " (nl)", both + " (en)");
    }

    private static Instrument instrument() {
        var labels = List.of(text("1"), text("2"), text("3"), text("4"), text("5"));
        return new Instrument(
                INSTRUMENT,
                text("Short"),
                List.of(new ResponseScale("agreement", text("How far do you agree?"), labels)),
                List.of(new Construct(
                        "error-talk", "ET", text("Error talk"), Construct.Level.GROUP, Construct.Kind.REFLECTIVE)),
                List.of(
                        new Item("E1", "error-talk", false, "agreement", text("Say"), null),
                        new Item("E2", "error-talk", true, "agreement", text("Do"), null),
                        new Item("X1", null, false, "agreement", text("Singly"), null),
                        new Item("E1-self", "error-talk", false, "agreement", text("I say"), "E1")),
                List.of(
                        new Form("all", List.of("E1", "E2", "X1"), Form.Audience.GROUP, true),
                        new Form("leader", List.of("E1-self"), Form.Audience.LEADER, false)),
                List.of("all"),
                List.of(new PairedPattern("say-do", List.of("E1"), List.of("E2"), "all")));
    }

    private static PulseIssued issued(Disclosure disclosure, @org.jspecify.annotations.Nullable Agreement agreement) {
        return new PulseIssued(
                PULSE,
                INSTRUMENT,
                new PulseRules(5, disclosure, 20, TicketMode.LINK, 1),
                new PulseDates(
                        Instant.parse("2026-03-01T08:00:00Z"),
                        Instant.parse("2026-03-02T08:00:00Z"),
                        Instant.parse("2026-03-16T16:00:00.5Z")),
                List.of(new AskedUnit(ROOT, "Gemeente", null), new AskedUnit(SERVICE, "Werken", ROOT)),
                List.of(
                        new AskedGroup(LEADS, "Werken", new TreeSet<>(), SERVICE, 4, "all", List.of("E1", "E2")),
                        new AskedGroup(
                                GROUP,
                                "Wegen, Groen",
                                new TreeSet<>(List.of(ROADS, PARKS)),
                                SERVICE,
                                16,
                                "all",
                                List.of("E1", "E2"))),
                new FrozenKeys("b3BlcmF0b3I=", "0a".repeat(32), "Y291bmNpbA==", "0b".repeat(32)),
                agreement,
                agreement == null);
    }

    private static PulseIssued blind(PulseIssued linked) {
        var keys = linked.keys();
        return new PulseIssued(
                linked.pulse(),
                linked.instrument(),
                PulseRules.DEFAULT,
                linked.dates(),
                linked.units(),
                linked.groups(),
                new FrozenKeys(
                        keys.operator(),
                        keys.operatorFingerprint(),
                        keys.council(),
                        keys.councilFingerprint(),
                        new TreeMap<>(Map.of(
                                LEADS, new TicketSigner("bGVhZHM=", "0c".repeat(32)),
                                GROUP, new TicketSigner("Z3JvdXA=", "0d".repeat(32))))),
                linked.agreement(),
                linked.demonstration(),
                "0e".repeat(32),
                null);
    }

    private static AskedGroup moved(AskedGroup group) {
        return new AskedGroup(
                group.group(),
                group.name(),
                group.teams(),
                group.unit(),
                group.eligible(),
                group.form(),
                group.items(),
                new AskedGroup.Moves(2, 1));
    }

    private static PulseIssued descended(PulseIssued plain) {
        var from = new AskedGroup.Origin(false, true, List.of(new AskedGroup.Part(new GroupId("all"), 16)));
        return new PulseIssued(
                plain.pulse(),
                plain.instrument(),
                plain.rules(),
                plain.dates(),
                plain.units(),
                plain.groups().stream()
                        .map(group -> new AskedGroup(
                                group.group(),
                                group.name(),
                                group.teams(),
                                group.unit(),
                                group.eligible(),
                                group.form(),
                                group.items(),
                                group.moves(),
                                group.ownPeople() ? null : from))
                        .toList(),
                plain.keys(),
                plain.agreement(),
                plain.demonstration());
    }

    private static PulseIssued writing(PulseIssued blind) {
        var unit = new TextUnit(
                SERVICE,
                "Werken",
                new TreeSet<>(List.of(GROUP, LEADS)),
                20,
                new TicketSigner("dGV4dHM=", "0f".repeat(32)));
        return new PulseIssued(
                blind.pulse(),
                blind.instrument(),
                blind.rules(),
                blind.dates(),
                blind.units(),
                blind.groups().stream().map(Samples::moved).toList(),
                blind.keys(),
                blind.agreement(),
                blind.demonstration(),
                blind.roster(),
                new OpenText("b3A=", "10".repeat(32), "Y28=", "11".repeat(32), List.of(unit), 365));
    }

    private static CountPublished published(Disclosure disclosure) {
        boolean banded = disclosure == Disclosure.BANDED;
        return new CountPublished(
                RELEASE,
                PULSE,
                INSTRUMENT,
                disclosure,
                5,
                20,
                "default@1",
                DAY,
                List.of(
                        new BlockOutline("outdoors", SERVICE, new TreeSet<>(List.of(GROUP)), true),
                        new BlockOutline(LEADS.value(), SERVICE, new TreeSet<>(List.of(LEADS)), false)),
                1,
                List.of("0c".repeat(32), "0d".repeat(32)),
                banded ? null : organisation(),
                banded
                        ? List.of(new UnitDistribution(
                                ROOT,
                                new TreeSet<>(List.of(GROUP, LEADS)),
                                104,
                                List.of(new NoisyItem("E1", List.of(-2, 11, 40, 30, 24)))))
                        : List.of());
    }

    private static OrganisationRecord organisation() {
        return new OrganisationRecord(
                List.of(
                        new ConstructMoments(
                                "error-talk",
                                List.of("E1", "E2"),
                                162,
                                12,
                                0.45,
                                0.8,
                                0.85,
                                List.of(List.of(1.0, 0.4), List.of(0.4, 1.0))),
                        new ConstructMoments("learning-forms", List.of("E1"), 162, 12, 0.45, null, null, List.of())),
                List.of(new GapMoments("say-do", 162, 12, 1.05)));
    }

    private static BlockReleased banded() {
        return new BlockReleased(
                RELEASE,
                PULSE,
                "outdoors",
                SERVICE,
                new TreeSet<>(List.of(GROUP)),
                "all",
                11,
                16,
                List.of(
                        new ItemFigures("E1", 11, new SumClass(35, 38), null, null),
                        new ItemFigures("E2", null, null, null, Withheld.TOO_FEW_ANSWERS)),
                List.of(),
                List.of());
    }

    private static BlockReleased exact() {
        return new BlockReleased(
                RELEASE,
                PULSE,
                "leads.works+outdoors",
                SERVICE,
                new TreeSet<>(List.of(GROUP, LEADS)),
                "all",
                21,
                24,
                List.of(
                        new ItemFigures("E1", 21, null, List.of(0, 2, 6, 9, 4), null),
                        new ItemFigures("E2", 20, null, null, Withheld.PARTLY_ANSWERED)),
                List.of(
                        new ScaleFigures(
                                "error-talk",
                                List.of("E1", "E2"),
                                20,
                                71.5,
                                72.25,
                                new SpreadFigures(
                                        268.125,
                                        2,
                                        7,
                                        11,
                                        12.5,
                                        new AgreementFigures(20, 0.725, List.of(0.9, 1.0526315789473684)))),
                        new ScaleFigures(
                                "learning-forms",
                                List.of("E1"),
                                21,
                                78,
                                78,
                                new SpreadFigures(301, 2, 6, 13, 13, null)),
                        new ScaleFigures("care", List.of("E2"), 6, 20, 19.4, null)),
                List.of(new PairFigures("say-do", 20, 74, 68, 6, 18)));
    }
}

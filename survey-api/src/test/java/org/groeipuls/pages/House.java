package org.groeipuls.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.api.followup.ActionDesk.ToldAction;
import org.groeipuls.api.hr.UnitTexts;
import org.groeipuls.api.mail.Links;
import org.groeipuls.api.mail.MailSettings;
import org.groeipuls.api.security.DemonstrationSignIn;
import org.groeipuls.api.security.Membership;
import org.groeipuls.api.security.RosterTeamAccess;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.PromptEvents;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.api.teamlead.InterventionDesk;
import org.groeipuls.api.teamlead.MirrorDesk;
import org.groeipuls.api.teamlead.MirrorPlaces;
import org.groeipuls.api.teamlead.MirrorReader;
import org.groeipuls.earlier.KnownReference;
import org.groeipuls.earlier.ReferenceTable;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.intervention.Particulars;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Unchanged;
import org.groeipuls.pages.answer.AnswerPage;
import org.groeipuls.pages.answer.AskedPulses;
import org.groeipuls.pages.answer.InboxPage;
import org.groeipuls.pages.answer.OwnPulses;
import org.groeipuls.pages.council.AttackReport;
import org.groeipuls.pages.council.CouncilPage;
import org.groeipuls.pages.followup.FollowUp;
import org.groeipuls.pages.hr.CardCodes;
import org.groeipuls.pages.hr.CardsPage;
import org.groeipuls.pages.organisation.ReferencesPage;
import org.groeipuls.pages.organisation.TextsPage;
import org.groeipuls.pages.start.MethodPage;
import org.groeipuls.pages.start.SignInPage;
import org.groeipuls.pages.start.StartPage;
import org.groeipuls.pages.team.ConversationPage;
import org.groeipuls.pages.team.DashboardPage;
import org.groeipuls.pages.team.GroupLooks;
import org.groeipuls.pages.team.InterventionsPage;
import org.groeipuls.pages.team.LearningPage;
import org.groeipuls.pages.team.MirrorPage;
import org.groeipuls.pages.wiring.PagesWiring;
import org.groeipuls.pulse.Agreement;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.FrozenKeys.TicketSigner;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.reference.EarlierResults;
import org.groeipuls.reference.ReferenceId;
import org.groeipuls.reflection.ReflectionTable;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.register.KnownIntervention;
import org.groeipuls.release.ReleaseEvent.TextsReleased;
import org.groeipuls.release.ReleaseId;
import org.groeipuls.release.Withheld;
import org.groeipuls.roster.LeadKeys;
import org.groeipuls.roster.People;
import org.groeipuls.roster.PersonId;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.Line;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.signal.SignalTable;
import org.groeipuls.signal.Signals;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.groeipuls.theme.TextTable;
import org.groeipuls.trend.OutcomeTable;
import org.groeipuls.trend.Participation;
import org.groeipuls.trend.TrendPoint;
import org.groeipuls.trend.TrendTable;
import org.groeipuls.trend.Trends;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** A small municipality in real tables, with the pages on top; no server, no security filters. */
public final class House {
    public static final Instrument INSTRUMENT = Catalogue.builtIn().getFirst();
    public static final PulseRules RULES = new PulseRules(5, Disclosure.BANDED, 20, TicketMode.LINK, 1);
    public static final Authentication LEAD = person("lead-parks", "ROLE_LEAD");
    public static final Authentication HR = person("hr", "ROLE_HR");
    public static final Authentication STRANGER = person("lead-roads", "ROLE_LEAD");

    /** While the pulses of this house are open. */
    public static final Instant NOW = Instant.parse("2027-03-03T08:00:00Z");

    public static final PulseRules BLIND = new PulseRules(5, Disclosure.BANDED, 20, TicketMode.BLIND, 1);
    public static final String TEXT_SIGNER_PRINT = "7".repeat(64);
    public static final String SIGNER_PRINT = "5".repeat(64);

    private final JdbcClient jdbc;
    private final MockMvc pages;
    private final TextKeys keys = vault().textKeys();
    private final List<OwnPulses.Mine> asking = new ArrayList<>();

    /** No reorganisation took place here. */
    private final Unchanged always = new Unchanged(new TreeSet<>(), new TreeSet<>());

    /** What parks agreed. */
    public final List<ToldAction> agreed = new ArrayList<>();

    /** Where codes for cards come from. */
    public CardCodes cards = (pulse, group) -> new Links.Codes(List.of(), null);

    private final OrganisationTable organisation;
    private final Trends trends;

    public House() {
        DataSource source =
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/h2/V1__history_views_roster.sql"),
                        new ClassPathResource("db/migration/h2/V2__roster_people.sql"),
                        new ClassPathResource("db/migration/h2/V4__intervention_register.sql"),
                        new ClassPathResource("db/migration/h2/V5__theme_text.sql"),
                        new ClassPathResource("db/migration/h2/V7__trend_outcome.sql"),
                        new ClassPathResource("db/migration/h2/V10__signal_occasion.sql"),
                        new ClassPathResource("db/migration/h2/V12__talk_and_earlier.sql"),
                        new ClassPathResource("db/migration/h2/V13__roster_imports.sql"),
                        new ClassPathResource("db/migration/h2/V20__roster_group_lead.sql"),
                        new ClassPathResource("db/migration/h2/V16__mirror.sql"))
                .execute(source);
        jdbc = JdbcClient.create(source);
        var json = StrictJson.mapper();
        var shelf = new InstrumentShelf(jdbc, json);
        organisation = new OrganisationTable(jdbc);
        var agenda = new PulseAgenda(jdbc, json);
        var register = new InterventionRegister(jdbc, json);
        trends = new Trends(new TrendTable(jdbc, json), register, agenda, new OutcomeTable(jdbc, json));
        var asked = new AskedPulses(agenda, shelf, organisation);
        var leads = new TeamLeads(source);
        var access = new RosterTeamAccess(leads, new Membership(new People(source)), team -> always, () -> NOW);
        var nobodyListens = nobodyListens();
        var keys = vault().mirrorKeys();
        var holders = new LeadKeys(source, keys, new SecureRandom());
        var mirrors = new MirrorDesk(
                new MirrorPlaces(access, new People(source), agenda, shelf, pulse -> true),
                new MirrorReader(holders, keys, new ReflectionTable(jdbc, json), leads, trends, Calibrations.BUILT_IN),
                holders,
                keys,
                nobodyListens,
                new SecureRandom());
        var interventions = new InterventionDesk(nobodyListens, organisation, register, access, () -> NOW);
        var looks = new GroupLooks(
                shelf,
                organisation,
                agenda,
                trends,
                new Signals(new SignalTable(jdbc, json), trends, register),
                access,
                () -> NOW);
        var print = new Pages(PagesWiring.pageTemplates(), Pages.ZONE);
        var beans = new StaticListableBeanFactory(Map.of("signIn", new DemonstrationSignIn()));
        pages = MockMvcBuilders.standaloneSetup(
                        new StartPage(organisation, access, new Membership(new People(source)), print),
                        new SignInPage(beans.getBeanProvider(DemonstrationSignIn.class), print),
                        new AnswerPage(asked, new NothingHappened(), print),
                        new MethodPage(print),
                        new InboxPage(
                                who -> who.equals(LEAD) ? asking : List.of(),
                                asked,
                                new NothingHappened(),
                                mirrors,
                                new Membership(new People(source)),
                                organisation,
                                () -> NOW,
                                print),
                        new CouncilPage(agenda, shelf, new AttackReport(null), print),
                        new TextsPage(new UnitTexts(new TextTable(jdbc, json), this.keys, organisation), print),
                        new DashboardPage(looks, shelf, Calibrations.BUILT_IN, access, mirrors, agreements(), print),
                        new ConversationPage(looks, print),
                        new InterventionsPage(interventions, organisation, access, print),
                        new LearningPage(interventions, organisation, access, print),
                        new MirrorPage(mirrors, organisation, print),
                        new ReferencesPage(new ReferenceTable(jdbc, json), print),
                        new CardsPage(
                                agenda, asked, (pulse, group) -> cards.of(pulse, group), MailSettings.NONE, print))
                .build();
        furnish(leads);
    }

    private FollowUp agreements() {
        return new NothingHappened() {
            @Override
            public List<ToldAction> agreed(TeamId team, Authentication who) {
                return team.equals(new TeamId("parks")) ? agreed : List.of();
            }
        };
    }

    /** Nothing is recorded here: whoever looks at a page sends no command. */
    private Commands nobodyListens() {
        var gateway = DefaultCommandGateway.builder()
                .commandBus(SimpleCommandBus.builder().build())
                .build();
        return new Commands(gateway, new HistoryStore(jdbc), () -> {}, new ViewPosition(jdbc, new PromptEvents()));
    }

    /** Keeps earlier results as the projection would. */
    public void reference(String id, EarlierResults results) {
        jdbc.sql("insert into earlier_reference values (?, ?)")
                .params(id, StrictJson.mapper().writeValueAsString(new KnownReference(new ReferenceId(id), results)))
                .update();
    }

    /** Keeps an intervention as the projection would. */
    public void intervention(
            String id, LearningForm form, LeaderRole role, String from, @Nullable String to, String... teams) {
        var what = new Particulars(
                form,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                to == null ? null : 3,
                role,
                teams(teams));
        jdbc.sql("insert into register_intervention values (?, false, ?)")
                .params(
                        id,
                        StrictJson.mapper()
                                .writeValueAsString(new KnownIntervention(new InterventionId(id), what, false)))
                .update();
        for (var team : teams) {
            jdbc.sql("insert into register_team values (?, ?)").params(id, team).update();
        }
    }

    private void furnish(TeamLeads leads) {
        jdbc.sql("insert into shelf_instrument values (?, ?)")
                .params("groeipuls@1", StrictJson.mapper().writeValueAsString(INSTRUMENT))
                .update();
        jdbc.sql("insert into organisation_unit values ('works', 'Stadswerken', null, 6)")
                .update();
        team("parks", "Groen & parken", 8);
        team("water", "Water", 4);
        team("roads", "Wegen", 12);
        jdbc.sql("insert into organisation_group values ('green', 'parks'), ('green', 'water')")
                .update();
        leads.put(new TeamId("parks"), Set.of(new PersonId("lead-parks")));
        leads.put(new TeamId("roads"), Set.of(new PersonId("lead-roads")));
    }

    private void team(String id, String name, int size) {
        jdbc.sql("insert into organisation_team values (?, ?, 'works', ?)")
                .params(id, name, size)
                .update();
    }

    public MockMvc pages() {
        return pages;
    }

    /** Asks {@link #LEAD} to answer in the group of parks and water. */
    public void ask(String pulse) {
        asking.add(new OwnPulses.Mine(
                new PulseId(pulse),
                new GroupId("green"),
                List.of("Anna de Boer", "Bas Smit", "Chris <b>Vos</b>"),
                "5f".repeat(32)));
    }

    /** A pulse of form F1 to the group of parks and water, and to the leads. */
    public void pulse(String id, PulseState state, PulseRules rules, @Nullable String cancelled) {
        pulse(id, state, rules, cancelled, Instant.parse("2027-03-01T08:00:00Z"));
    }

    public void pulse(String id, PulseState state, PulseRules rules, @Nullable String cancelled, Instant ticketsFrom) {
        pulse(id, state, rules, cancelled, ticketsFrom, null);
    }

    /** An open pulse that asks both groups to write, in the name of the works. */
    public void writing(String id, PulseRules rules) {
        var unit = new TextUnit(
                new UnitId("works"),
                "Stadswerken",
                new TreeSet<>(Set.of(new GroupId("green"), AskedGroup.ownPeopleOf(new UnitId("works")))),
                18,
                rules.tickets() == TicketMode.BLIND ? new TicketSigner("", TEXT_SIGNER_PRINT) : null);
        var text = new OpenText("", "a".repeat(64), "", "b".repeat(64), List.of(unit), 90);
        pulse(id, PulseState.OPEN, rules, null, NOW, text);
    }

    /** Texts that were released in the name of the works; nobody can read them when their key is gone. */
    public void written(String pulse, boolean expired, String... texts) {
        var plain = new ByteArrayOutputStream();
        for (var text : texts) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            plain.writeBytes(new byte[] {0, (byte) bytes.length});
            plain.writeBytes(bytes);
        }
        var id = new PulseId(pulse);
        var sealed = keys.establish(pulse).seal(TextsReleased.place(id, new UnitId("works")), plain.toByteArray());
        var event = new TextsReleased(
                ReleaseId.of(id),
                id,
                new UnitId("works"),
                12,
                texts.length,
                Base64.getEncoder().encodeToString(sealed),
                LocalDate.of(2027, 6, 1));
        jdbc.sql("insert into theme_text values ('works', ?, ?)")
                .params(pulse, StrictJson.mapper().writeValueAsString(event))
                .update();
        if (expired) {
            keys.destroy(pulse);
        }
    }

    private static FileVault vault() {
        try {
            return FileVault.at(Files.createTempDirectory("house"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void pulse(
            String id,
            PulseState state,
            PulseRules rules,
            @Nullable String cancelled,
            Instant ticketsFrom,
            @Nullable OpenText openText) {
        asked(new PulseId(id));
        var form = INSTRUMENT.form("F1").items();
        var issued = new PulseIssued(
                new PulseId(id),
                INSTRUMENT.key(),
                rules,
                new PulseDates(
                        ticketsFrom, Instant.parse("2027-03-02T08:00:00Z"), Instant.parse("2027-03-12T16:00:00Z")),
                List.of(new AskedUnit(new UnitId("works"), "Stadswerken", null)),
                List.of(
                        new AskedGroup(
                                new GroupId("green"),
                                "Groen",
                                teams("parks", "water"),
                                new UnitId("works"),
                                12,
                                "F1",
                                form),
                        new AskedGroup(
                                AskedGroup.ownPeopleOf(new UnitId("works")),
                                "Leads",
                                teams(),
                                new UnitId("works"),
                                6,
                                "F1",
                                form)),
                new FrozenKeys("", "0".repeat(64), "", "c".repeat(64), signers(rules)),
                new Agreement("besluit 2027-4", LocalDate.of(2027, 1, 14)),
                false,
                null,
                openText);
        jdbc.sql("insert into agenda_pulse values (?, ?, ?, ?, ?, null, null)")
                .params(
                        id,
                        state.name(),
                        issued.dates().opensAt().toEpochMilli(),
                        issued.dates().closesAt().toEpochMilli(),
                        StrictJson.mapper().writeValueAsString(issued))
                .update();
        if (cancelled != null) {
            jdbc.sql("update agenda_pulse set cancelled = ? where pulse = ?")
                    .params(cancelled, id)
                    .update();
        }
    }

    private static SortedMap<GroupId, TicketSigner> signers(PulseRules rules) {
        var signers = new TreeMap<GroupId, TicketSigner>();
        if (rules.tickets() == TicketMode.BLIND) {
            signers.put(new GroupId("green"), new TicketSigner("", SIGNER_PRINT));
        }
        return signers;
    }

    private static SortedSet<TeamId> teams(String... ids) {
        var teams = new TreeSet<TeamId>();
        for (var id : ids) {
            teams.add(new TeamId(id));
        }
        return teams;
    }

    private void asked(PulseId pulse) {
        always.people().add(pulse);
        always.leads().add(pulse);
    }

    /** Keeps a trend as the projection would. */
    public void trend(String group, String construct, List<TrendPoint> points) {
        for (var point : points) {
            asked(point.pulse());
            var row = new TreeMap<String, Object>(Map.of(
                    "group", group,
                    "construct", construct,
                    "teams", List.of("parks", "water"),
                    "point", point,
                    "eligible", 12));
            var shown = point.shown();
            if (shown != null) {
                row.put("state", new Line(shown.level(), .02, point.ordinal()));
                row.put("measured", Map.of("noise", .06, "q", .0025, "participation", .75));
            }
            jdbc.sql("insert into trend_point values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            group,
                            construct,
                            point.pulse().value(),
                            point.ordinal(),
                            point.line(),
                            point.shown() != null,
                            StrictJson.mapper().writeValueAsString(row))
                    .update();
        }
    }

    /** Takes a trend away. */
    public void forget(String construct) {
        jdbc.sql("delete from trend_point where construct = ?")
                .params(construct)
                .update();
    }

    /** When the points were counted that a trend's JSON has nothing of. */
    public SortedSet<LocalDate> withheldInJson(String group, String construct) {
        var known = organisation.read().groupOf(new TeamId("parks")).orElseThrow();
        assertThat(known.group()).isEqualTo(new GroupId(group));
        var days = new TreeSet<LocalDate>();
        StrictJson.mapper()
                .valueToTree(trends.read(known, construct))
                .path("points")
                .forEach(point -> {
                    if (!point.hasNonNull("shown")) {
                        days.add(LocalDate.parse(point.path("countedOn").asString()));
                    }
                });
        return days;
    }

    /** Two years of pulses with a gap, a merged block and a change of the group. */
    public static List<TrendPoint> twoYears() {
        return points(26);
    }

    /** The same, for longer. */
    public static List<TrendPoint> points(int pulses) {
        var points = new ArrayList<TrendPoint>();
        for (int ordinal = 1; ordinal <= pulses; ordinal++) {
            int line = ordinal < 12 ? 1 : 2;
            double value = 3.1 + .35 * Math.sin(ordinal * 1.7) + ordinal * .02;
            double level = 3.1 + ordinal * .02 + .08 * Math.sin(ordinal * 1.7);
            if (ordinal == 6) {
                points.add(gap(ordinal, line));
            } else if (ordinal == 17) {
                points.add(merged(ordinal, line, 3.4, 2.9, 3.8));
            } else {
                points.add(shown(ordinal, line, 7 + ordinal % 4 * .5, value, .6, level, .3));
            }
        }
        return points;
    }

    public static TrendPoint shown(
            int ordinal, int line, double n, double value, double range, double level, double band) {
        return point(
                ordinal,
                line,
                new TrendPoint.Shown(
                        n,
                        value,
                        new Interval(value - range, value + range),
                        level,
                        new Interval(level - band, level + band),
                        Participation.MOST),
                null);
    }

    /** The same, of a pulse that a clearly smaller part answered than the one before. */
    public static TrendPoint fewer(TrendPoint point) {
        return new TrendPoint(
                point.pulse(),
                point.countedOn(),
                point.ordinal(),
                point.line(),
                point.instrument(),
                point.disclosure(),
                point.calibration(),
                point.rule(),
                point.participation(),
                true,
                point.items(),
                point.shown(),
                point.withheld());
    }

    public static TrendPoint gap(int ordinal, int line) {
        return point(ordinal, line, null, new TrendPoint.Gap(Withheld.TOO_FEW_ANSWERS, null));
    }

    public static TrendPoint merged(int ordinal, int line, double value, double low, double high) {
        var groups = new TreeSet<>(List.of(new GroupId("green"), new GroupId("roads")));
        var block = new TrendPoint.MergedValue(groups, 11, value, new Interval(low, high));
        return point(ordinal, line, null, new TrendPoint.Gap(Withheld.MERGED, block));
    }

    private static TrendPoint point(
            int ordinal, int line, TrendPoint.@Nullable Shown shown, TrendPoint.@Nullable Gap gap) {
        return new TrendPoint(
                new PulseId("p" + ordinal),
                LocalDate.of(2025, 1, 10).plusWeeks(4L * (ordinal - 1)),
                ordinal,
                line,
                INSTRUMENT.key(),
                Disclosure.BANDED,
                "default@1",
                shown == null ? null : Participation.MOST,
                List.of(),
                shown,
                gap);
    }

    private static Authentication person(String name, String role) {
        return UsernamePasswordAuthenticationToken.authenticated(name, "", AuthorityUtils.createAuthorityList(role));
    }
}

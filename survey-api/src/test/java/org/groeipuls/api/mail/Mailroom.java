package org.groeipuls.api.mail;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.calendar.KnownProgramme;
import org.groeipuls.calendar.Outlook;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.programme.Cadence;
import org.groeipuls.programme.Definition;
import org.groeipuls.programme.Mails;
import org.groeipuls.programme.ProgrammeId;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.FrozenKeys.TicketSigner;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.release.ReleaseId;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.People;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.PersonId;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** Two groups of people, pulses at the test's word, and nodes that write to them; no boxes and no server. */
final class Mailroom {
    static final GroupId ROADS = new GroupId("roads");
    static final GroupId PARKS = new GroupId("parks");
    static final int EACH = 6;
    static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
    static final PulseDates DATES = new PulseDates(
            Instant.parse("2027-03-02T08:00:00Z"),
            Instant.parse("2027-03-03T08:00:00Z"),
            Instant.parse("2027-03-17T16:00:00Z"));
    static final MailSettings SETTINGS =
            new MailSettings("pulse@city.example", java.net.URI.create("https://pulse.city.example/"), null);
    static final PulseId MARCH = new PulseId("march");
    private static final Instrument INSTRUMENT = Catalogue.builtIn().getFirst();

    final SetTime clock = new SetTime(START);
    final JdbcClient jdbc;
    final Invitations invitations;
    final People people;
    final PulseAgenda agenda;
    final FileVault vault;
    final MadeLinks made = new MadeLinks(clock);
    Runnable clockwork = () -> {};
    private final DataSource source;
    private final InstrumentShelf shelf;

    Mailroom(DataSource source, String vendor, Path vault) throws SQLException {
        this.source = source;
        for (var script : List.of(
                "V1__history_views_roster.sql",
                "V2__roster_people.sql",
                "V6__roster_composition.sql",
                "V13__roster_imports.sql",
                "V14__mail.sql",
                "V17__calendar_programme.sql",
                "V20__roster_group_lead.sql",
                "V21__monthly_mail.sql",
                "V22__programme_reminders.sql",
                "V32__composition_awaits_count.sql")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + vendor + "/" + script))
                    .execute(source);
        }
        this.jdbc = JdbcClient.create(source);
        this.invitations = new Invitations(source, new SecureRandom());
        this.people = new People(source);
        this.agenda = new PulseAgenda(jdbc, StrictJson.mapper());
        this.shelf = new InstrumentShelf(jdbc, StrictJson.mapper());
        this.vault = FileVault.at(vault);
        jdbc.sql("insert into shelf_instrument values (?, ?)")
                .params(INSTRUMENT.key().toString(), StrictJson.mapper().writeValueAsString(INSTRUMENT))
                .update();
        employ(everybody());
    }

    static List<Person> everybody() {
        return java.util.stream.Stream.of(ROADS, PARKS)
                .flatMap(group -> IntStream.range(0, EACH).mapToObj(i -> person(group, i)))
                .toList();
    }

    static Person person(GroupId group, int number) {
        var subject = group.value() + "-" + number;
        return new Person(
                new PersonId(subject),
                null,
                subject + "@city.example",
                number % 2 == 0 ? "nl" : "en",
                Person.Role.EMPLOYEE,
                new TreeSet<>(List.of(new TeamId(group.value()))));
    }

    static List<String> addresses() {
        return everybody().stream().map(Person::address).sorted().toList();
    }

    void employ(Collection<Person> everybody) throws SQLException {
        try (var connection = source.getConnection()) {
            people.replaceIn(connection, everybody);
        }
    }

    /** Issues a pulse; with blind tickets the roster freezes who is asked. */
    void issue(PulseId pulse, TicketMode tickets, PulseDates dates) {
        var form = INSTRUMENT.form("F1").items();
        SortedMap<GroupId, TicketSigner> signers = new TreeMap<>();
        SortedMap<GroupId, SortedSet<PersonId>> asked = new TreeMap<>();
        List<AskedGroup> groups = new ArrayList<>();
        for (var group : List.of(PARKS, ROADS)) {
            groups.add(new AskedGroup(
                    group,
                    group.value(),
                    new TreeSet<>(List.of(new TeamId(group.value()))),
                    new UnitId("city"),
                    EACH + 2,
                    "F1",
                    form));
            asked.put(
                    group,
                    IntStream.range(0, EACH)
                            .mapToObj(i -> person(group, i).id())
                            .collect(Collectors.toCollection(TreeSet::new)));
            if (tickets == TicketMode.BLIND) {
                signers.put(group, new TicketSigner("", (group.equals(ROADS) ? "5" : "6").repeat(64)));
            }
        }
        var issued = new PulseIssued(
                pulse,
                INSTRUMENT.key(),
                new PulseRules(5, Disclosure.BANDED, 20, tickets, 1),
                dates,
                List.of(new AskedUnit(new UnitId("city"), "City", null)),
                groups,
                new FrozenKeys("", "0".repeat(64), "", "c".repeat(64), signers),
                null,
                true);
        jdbc.sql("insert into agenda_pulse values (?, 'ISSUED', ?, ?, ?, null, null)")
                .params(
                        pulse.value(),
                        dates.opensAt().toEpochMilli(),
                        dates.closesAt().toEpochMilli(),
                        StrictJson.mapper().writeValueAsString(issued))
                .update();
        if (tickets == TicketMode.BLIND) {
            invitations.freeze(pulse, asked);
        }
    }

    void state(PulseId pulse, PulseState state) {
        jdbc.sql("update agenda_pulse set state = ? where pulse = ?")
                .params(state.name(), pulse.value())
                .update();
        if (state == PulseState.CLOSED) {
            invitations.close(pulse);
        }
    }

    void extend(PulseId pulse, Instant closesAt) {
        jdbc.sql("update agenda_pulse set closes_at = ? where pulse = ?")
                .params(closesAt.toEpochMilli(), pulse.value())
                .update();
    }

    void cancel(PulseId pulse, String reason) {
        jdbc.sql("update agenda_pulse set state = 'CANCELLED', cancelled = ? where pulse = ?")
                .params(reason, pulse.value())
                .update();
        invitations.forget(pulse);
    }

    void count(PulseId pulse, LocalDate day) {
        var published = new CountPublished(
                ReleaseId.of(pulse),
                pulse,
                INSTRUMENT.key(),
                Disclosure.BANDED,
                5,
                20,
                "default@1",
                day,
                List.of(),
                0,
                List.of(),
                null,
                List.of());
        jdbc.sql("update agenda_pulse set published = ? where pulse = ?")
                .params(StrictJson.mapper().writeValueAsString(published), pulse.value())
                .update();
        state(pulse, PulseState.COUNTED);
    }

    /** A node of the server: all of them share database, vault and clock. */
    Node node(@Nullable Post post) {
        return new Node(post);
    }

    final class Node {
        final Outbox outbox;
        final MonthlyOutbox monthly;
        final LinkDesk linkDesk;
        final MailDesk desk;
        final Postman postman;
        final SealedLinks links;
        final FailingTransactions sealing;

        private Node(@Nullable Post post) {
            var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
            var ways = new LinkWays(jdbc);
            var plans = new MailPlans(jdbc);
            var refusals = new Refusals(jdbc);
            var boxes = new PromptBoxes(() -> clockwork.run());
            sealing = new FailingTransactions(transactions);
            outbox = new Outbox(jdbc, transactions);
            links = new SealedLinks(jdbc, sealing, ways, made, vault.mailKeys());
            var silence = new Silence();
            var delivery = new Delivery(
                    post, outbox, refusals, links, new LetterWriter(SETTINGS), agenda, shelf, people, silence, clock);
            monthly = new MonthlyOutbox(jdbc);
            var question = new MonthlyMail(
                    post, monthly, leads(), new MonthlyWriter(SETTINGS), refusals, people, silence, clock);
            var planner = new LetterPlanner(delivery.on(), agenda, invitations, outbox, plans, ways, links, clock);
            postman = new Postman(planner, delivery, question, new BounceBox(null, refusals, people, clock));
            desk = new MailDesk(delivery, outbox, monthly, refusals, plans, ways, links, agenda, clock, boxes);
            linkDesk = new LinkDesk(made, ways, agenda, clock, boxes);
        }

        void round() {
            postman.round();
        }

        /** Time passes, and this node does what is due. */
        void at(Instant instant) {
            clock.set(instant);
            postman.round();
        }
    }

    private MonthlyLeads leads() {
        return new MonthlyLeads(
                new Programmes(jdbc, StrictJson.mapper()),
                new Outlook(agenda, (rule, from) -> Stream.iterate(from, day -> day.plusWeeks(4))),
                new OrganisationTable(jdbc),
                new TeamLeads(source));
    }

    /** A programme that asks some groups, or all, from the day of the start on. */
    void define(String id, @Nullable List<GroupId> groups, @Nullable Mails mails, boolean ended) {
        var day = LocalDate.ofInstant(START, Occasion.ZONE);
        var cadence =
                new Cadence("FREQ=WEEKLY;INTERVAL=4", day, null, Occasion.ZONE, LocalTime.of(9, 0), 8, List.of(), 1, 7);
        var definition = new Definition(
                id,
                INSTRUMENT.key(),
                cadence,
                List.of("F1"),
                null,
                groups,
                true,
                PulseRules.DEFAULT,
                true,
                365,
                null,
                mails,
                ended);
        var known = new KnownProgramme(new ProgrammeId(id), definition, day, List.of(), null);
        jdbc.sql("delete from calendar_programme where programme = ?").param(id).update();
        jdbc.sql("insert into calendar_programme (programme, content) values (?, ?)")
                .params(id, StrictJson.mapper().writeValueAsString(known))
                .update();
    }

    void team(String team) {
        jdbc.sql("insert into organisation_team (team, name, unit, size) values (?, ?, 'city', 8)")
                .params(team, "Team " + team)
                .update();
    }

    /** Somebody leads a team who does not stand in the list of people. */
    void unlistedLead(String subject, String team) {
        new TeamLeads(source).put(new TeamId(team), List.of(new PersonId(subject)));
    }

    static SortedMap<GroupId, SortedSet<String>> subjects() {
        SortedMap<GroupId, SortedSet<String>> groups = new TreeMap<>();
        for (var group : List.of(ROADS, PARKS)) {
            groups.put(
                    group,
                    IntStream.range(0, EACH)
                            .mapToObj(i -> person(group, i).id().subject())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return groups;
    }

    /** Everything in the tables of mail, as it stands there. */
    Map<String, List<String>> dump() {
        Map<String, List<String>> tables = new HashMap<>();
        for (var table : List.of("mail_plan", "mail_links", "mail_recipient", "mail_letter", "mail_refusal")) {
            tables.put(
                    table,
                    jdbc.sql("select * from " + table).query().listOfRows().stream()
                            .map(row -> new TreeMap<>(row).toString())
                            .toList());
        }
        return tables;
    }

    void pass(Duration time) {
        clock.pass(time);
    }
}

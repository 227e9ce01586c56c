package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.Invitations.Claim;
import org.groeipuls.roster.People;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.Person.Role;
import org.groeipuls.roster.PersonId;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The roster, whichever database holds it. */
abstract class RosterContract {
    private static final PulseId MARCH = new PulseId("march");
    private static final PulseId JUNE = new PulseId("june");
    private static final PersonId ANN = new PersonId("ann");
    private static final GroupId ROADS = new GroupId("roads");
    private static final GroupId LEADS = new GroupId("leads.city");

    private DataSource source;
    private People people;
    private Invitations invitations;

    abstract DataSource emptyDatabase();

    abstract String vendor();

    /** The subjects of all rows in the order in which the database wrote them last, as far as it tells. */
    abstract String writingOrder();

    @BeforeEach
    void lay_the_tables() {
        source = emptyDatabase();
        for (var script : List.of(
                "V1__history_views_roster.sql",
                "V2__roster_people.sql",
                "V6__roster_composition.sql",
                "V13__roster_imports.sql",
                "V20__roster_group_lead.sql",
                "V32__composition_awaits_count.sql")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + vendor() + "/" + script))
                    .execute(source);
        }
        people = new People(source);
        invitations = new Invitations(source, new SecureRandom());
    }

    private static Person employee(String subject, String team) {
        return new Person(new PersonId(subject), null, subject + "@city.example", "nl", Role.EMPLOYEE, teams(team));
    }

    private static Person lead(String subject, String... teams) {
        return new Person(new PersonId(subject), null, subject + "@city.example", "en", Role.LEAD, teams(teams));
    }

    private static SortedSet<TeamId> teams(String... teams) {
        return new TreeSet<>(Stream.of(teams).map(TeamId::new).toList());
    }

    private void replace(Person... everybody) throws SQLException {
        try (Connection connection = source.getConnection()) {
            people.replaceIn(connection, List.of(everybody));
        }
    }

    @Test
    void a_list_replaces_everybody_and_who_leads_what() throws Exception {
        replace(employee("ann", "roads"), lead("bo", "roads", "parks"), employee("cas", "parks"));
        replace(employee("ann", "parks"), lead("bo", "parks"));

        assertThat(people.all()).containsExactly(employee("ann", "parks"), lead("bo", "parks"));
        assertThat(people.find(ANN)).contains(employee("ann", "parks"));
        assertThat(people.find(new PersonId("cas"))).isEmpty();
        assertThat(new TeamLeads(source).teamsOf(new PersonId("bo"))).isEqualTo(teams("parks"));
    }

    @Test
    void whoever_leads_a_team_is_a_lead_whatever_the_list_said() throws Exception {
        replace(employee("ann", "roads"), lead("bo", "roads"));

        new TeamLeads(source).put(new TeamId("roads"), List.of(ANN));

        assertThat(people.find(ANN).orElseThrow().lead()).isTrue();
        assertThat(people.find(new PersonId("bo")).orElseThrow().teams()).isEmpty();
    }

    private static SortedMap<GroupId, SortedSet<PersonId>> asked(Map<GroupId, List<String>> groups) {
        var asked = new TreeMap<GroupId, SortedSet<PersonId>>();
        groups.forEach((group, subjects) -> asked.put(
                group, new TreeSet<>(subjects.stream().map(PersonId::new).toList())));
        return asked;
    }

    private static final Map<GroupId, List<String>> BOTH =
            Map.of(ROADS, List.of("ann", "cas", "dee", "eva", "fay", "gus"), LEADS, List.of("bo"));

    @Test
    void what_is_frozen_is_read_again_and_the_same_again_keeps_its_salt() {
        var frozen = invitations.freeze(MARCH, asked(BOTH));

        assertThat(invitations.freeze(MARCH, asked(BOTH))).isEqualTo(frozen);
        assertThat(invitations.read(MARCH)).contains(frozen);
        assertThat(frozen.groups()).isEqualTo(asked(BOTH));
        assertThat(invitations.freeze(JUNE, asked(BOTH)).commitment()).isNotEqualTo(frozen.commitment());
        assertThat(invitations.of(ANN)).isEqualTo(new TreeMap<>(Map.of(MARCH, ROADS, JUNE, ROADS)));
        assertThat(invitations.pulses()).containsExactlyInAnyOrder(MARCH, JUNE);
    }

    @Test
    void others_than_were_frozen_get_another_salt_and_nobody_of_before_stays() {
        var frozen = invitations.freeze(MARCH, asked(BOTH));
        var again = invitations.freeze(MARCH, asked(Map.of(ROADS, List.of("ann", "zoe"))));

        assertThat(again.salt()).isNotEqualTo(frozen.salt());
        assertThat(invitations.read(MARCH)).contains(again);
        assertThat(invitations.of(new PersonId("cas"))).isEmpty();
    }

    @Test
    void eight_who_freeze_the_same_at_once_get_one_salt() throws Exception {
        List<Callable<String>> tries = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(
                        i -> () -> invitations.freeze(MARCH, asked(BOTH)).commitment())
                .toList();

        assertThat(together(tries))
                .hasSize(8)
                .containsOnly(invitations.read(MARCH).orElseThrow().commitment());
    }

    private static byte[] digest(String message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message.getBytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_ticket_is_claimed_once_and_again_with_the_same_message_only() {
        invitations.freeze(MARCH, asked(BOTH));

        assertThat(invitations.claim(MARCH, ANN, digest("one"))).isEqualTo(Claim.GRANTED);
        assertThat(invitations.claim(MARCH, ANN, digest("one"))).isEqualTo(Claim.GRANTED);
        assertThat(invitations.claim(MARCH, ANN, digest("two"))).isEqualTo(Claim.TAKEN);
        assertThat(invitations.claim(MARCH, new PersonId("cas"), digest("one"))).isEqualTo(Claim.GRANTED);
        assertThat(invitations.claim(MARCH, new PersonId("zoe"), digest("one"))).isEqualTo(Claim.NOT_INVITED);
        assertThat(invitations.claim(JUNE, ANN, digest("one"))).isEqualTo(Claim.NOT_INVITED);
    }

    @Test
    void only_whoever_is_asked_has_a_mark_and_it_is_another_in_each_pulse() {
        invitations.freeze(MARCH, asked(BOTH));
        invitations.freeze(JUNE, asked(BOTH));

        assertThat(invitations.holderMark(MARCH, ANN))
                .hasValueSatisfying(mark -> assertThat(mark).matches("[0-9a-f]{64}"))
                .isEqualTo(invitations.holderMark(MARCH, ANN))
                .isNotEqualTo(invitations.holderMark(JUNE, ANN));
        assertThat(invitations.holderMark(MARCH, new PersonId("zoe"))).isEmpty();
    }

    @Test
    void sixteen_claims_of_one_person_at_once_are_one_ticket() throws Exception {
        invitations.freeze(MARCH, asked(BOTH));
        List<Callable<Claim>> tries = IntStream.range(0, 16)
                .<Callable<Claim>>mapToObj(i -> () -> invitations.claim(MARCH, ANN, digest("message " + i)))
                .toList();

        var claims = together(tries);

        assertThat(claims).containsOnlyOnce(Claim.GRANTED);
        assertThat(claims).filteredOn(Claim.TAKEN::equals).hasSize(15);
    }

    @Test
    void claims_of_everybody_at_once_are_all_granted() throws Exception {
        invitations.freeze(MARCH, asked(BOTH));
        List<Callable<Claim>> tries = BOTH.values().stream()
                .flatMap(List::stream)
                .<Callable<Claim>>map(subject -> () -> invitations.claim(MARCH, new PersonId(subject), digest(subject)))
                .toList();

        assertThat(together(tries)).hasSize(7).containsOnly(Claim.GRANTED);
    }

    @Test
    void the_order_in_which_tickets_are_fetched_cannot_be_read_from_the_rows() {
        invitations.freeze(MARCH, asked(BOTH));
        var before = order();

        for (var subject : List.of("gus", "dee", "ann", "fay", "cas", "eva")) {
            invitations.claim(MARCH, new PersonId(subject), digest(subject));
        }
        assertThat(order()).isEqualTo(before);

        for (var subject : List.of("gus", "dee", "ann", "fay", "cas", "eva")) {
            JdbcClient.create(source)
                    .sql("update roster_invitation set digest = :digest where subject = :subject")
                    .param("digest", "naive " + subject)
                    .param("subject", subject)
                    .update();
        }
        if (writesVersions()) {
            assertThat(order()).as("positive control").containsExactly("gus", "dee", "ann", "fay", "cas", "eva");
        }
    }

    /** Whether the database numbers the versions of a row where anybody can read it. */
    abstract boolean writesVersions();

    private List<String> order() {
        return JdbcClient.create(source)
                .sql("select subject from roster_invitation where grp = 'roads' order by " + writingOrder())
                .query(String.class)
                .list();
    }

    @Test
    void of_a_forgotten_pulse_nothing_stays() {
        invitations.freeze(MARCH, asked(BOTH));
        invitations.freeze(JUNE, asked(BOTH));
        invitations.claim(MARCH, ANN, digest("one"));

        invitations.forget(MARCH);
        invitations.forget(MARCH);

        assertThat(invitations.read(MARCH)).isEmpty();
        assertThat(invitations.claim(MARCH, ANN, digest("one"))).isEqualTo(Claim.NOT_INVITED);
        assertThat(invitations.pulses()).containsExactly(JUNE);
        for (var table : List.of("roster_invitation", "roster_frozen")) {
            assertThat(JdbcClient.create(source)
                            .sql("select count(*) from " + table + " where pulse = 'march'")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private static <T> List<T> together(List<Callable<T>> tries) throws Exception {
        var start = new CountDownLatch(1);
        List<Future<T>> futures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<T> each : tries) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            start.countDown();
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}

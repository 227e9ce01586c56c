package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.roster.Composition;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.People;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.Person.Role;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Who was in a group at its last pulse, so that the next one can tell how many came and went; whichever database holds it. */
abstract class CompositionContract {
    private static final PulseId MARCH = new PulseId("march");
    private static final PulseId JUNE = new PulseId("june");
    private static final PersonId ANN = new PersonId("ann");
    private static final GroupId ROADS = new GroupId("roads");
    private static final GroupId PARKS = new GroupId("parks");

    private DataSource source;
    private People people;
    private Invitations invitations;

    abstract DataSource emptyDatabase();

    abstract String vendor();

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

    /** Everybody who is in the list of people from here on. */
    private void list(String... subjects) throws SQLException {
        var all = Arrays.stream(subjects)
                .map(subject -> new Person(
                        new PersonId(subject),
                        null,
                        subject + "@city.example",
                        "nl",
                        Role.EMPLOYEE,
                        new TreeSet<>(List.of(new TeamId("roads")))))
                .toList();
        try (Connection connection = source.getConnection()) {
            people.replaceIn(connection, all);
        }
    }

    private static SortedSet<PersonId> people(String... subjects) {
        return Arrays.stream(subjects).map(PersonId::new).collect(Collectors.toCollection(TreeSet::new));
    }

    private void asked(PulseId pulse, Map<GroupId, SortedSet<PersonId>> groups) {
        SortedMap<GroupId, SortedSet<PersonId>> sorted = new TreeMap<>(groups);
        invitations.freeze(pulse, sorted);
    }

    private void counted(PulseId pulse, Map<GroupId, SortedSet<PersonId>> groups) {
        asked(pulse, groups);
        invitations.close(pulse);
        invitations.counted(pulse);
    }

    /** Of the roads, when these pulses were issued and not cancelled. */
    private Composition roads(PulseId... issued) {
        return Objects.requireNonNull(invitations.compositions(List.of(issued)).get(ROADS));
    }

    @Test
    void the_next_pulse_can_tell_how_many_came_and_went_also_of_whoever_was_erased() throws Exception {
        list("ann", "bo", "cas", "dee");
        assertThat(invitations.compositions(List.of())).isEmpty();
        counted(MARCH, Map.of(ROADS, people("ann", "bo", "cas", "dee")));
        assertThat(invitations.pulses()).isEmpty();

        list("ann", "bo", "eva", "fay");
        var now = people("ann", "eva", "fay");
        assertThat(roads().joined(now)).isEqualTo(2);
        assertThat(roads().left(now)).as("bo moved, cas and dee were erased").isEqualTo(3);
        assertThat(roads().people()).isEqualTo(people("ann", "bo"));
        assertThat(JdbcClient.create(source)
                        .sql("select subject from roster_composition order by subject")
                        .query(String.class)
                        .list())
                .containsExactly("ann", "bo");

        counted(JUNE, Map.of(ROADS, now));
        assertThat(roads().left(now)).isZero();
        assertThat(roads().joined(now)).isZero();
    }

    @Test
    void while_a_pulse_asks_its_list_is_what_the_next_one_is_held_against() throws Exception {
        list("ann", "bo", "cas");
        counted(MARCH, Map.of(ROADS, people("ann", "bo")));
        asked(JUNE, Map.of(ROADS, people("bo", "cas")));

        assertThat(roads(MARCH, JUNE).people()).isEqualTo(people("bo", "cas"));
        assertThat(roads(MARCH).people()).as("when june was cancelled").isEqualTo(people("ann", "bo"));
    }

    @Test
    void a_pulse_that_closed_and_was_never_counted_leaves_what_was_kept_before_it() throws Exception {
        list("ann", "bo", "cas", "dee");
        counted(MARCH, Map.of(ROADS, people("ann", "bo")));
        asked(JUNE, Map.of(ROADS, people("cas", "dee")));
        invitations.close(JUNE);
        assertThat(invitations.awaiting()).containsExactly(JUNE);
        list("bo", "dee");

        assertThat(roads(MARCH, JUNE)).as("the latest list").isEqualTo(new Composition(people("dee"), 1));
        invitations.forget(JUNE);

        assertThat(invitations.awaiting()).isEmpty();
        assertThat(roads(MARCH)).isEqualTo(new Composition(people("bo"), 1));
        assertThat(invitations.lastGroupsOf(new PersonId("dee"))).isEmpty();
    }

    @Test
    void of_a_pulse_that_was_counted_nothing_of_before_is_kept() throws Exception {
        list("ann", "bo", "cas");
        counted(MARCH, Map.of(ROADS, people("ann", "bo"), PARKS, people("cas")));
        asked(JUNE, Map.of(ROADS, people("bo")));
        invitations.close(JUNE);
        list("cas");
        invitations.counted(JUNE);
        invitations.counted(JUNE);

        assertThat(roads()).as("all of it are gone").isEqualTo(new Composition(Set.of(), 1));
        assertThat(invitations.compositions(List.of()))
                .as("was not asked again")
                .containsEntry(PARKS, new Composition(people("cas"), 0));
        assertThat(invitations.awaiting()).isEmpty();
    }

    @Test
    void whoever_is_erased_while_a_pulse_asks_them_is_only_counted_from_its_close_on() throws Exception {
        list("ann", "bo");
        asked(MARCH, Map.of(ROADS, people("ann", "bo")));
        try (Connection connection = source.getConnection()) {
            people.forget(connection, ANN);
        }
        assertThat(invitations.of(ANN)).as("bound by the commitment").containsKey(MARCH);

        invitations.close(MARCH);

        assertThat(invitations.of(ANN)).isEmpty();
        assertThat(invitations.lastGroupsOf(ANN)).isEmpty();
        assertThat(roads(MARCH)).isEqualTo(new Composition(people("bo"), 1));
    }
}

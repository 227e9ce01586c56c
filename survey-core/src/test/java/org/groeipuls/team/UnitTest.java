package org.groeipuls.team;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.refusal.Refused;
import org.groeipuls.team.UnitCommand.EstablishUnit;
import org.groeipuls.team.UnitEvent.UnitChanged;
import org.groeipuls.team.UnitEvent.UnitEstablished;
import org.junit.jupiter.api.Test;

class UnitTest {
    private static final UnitId WORKS = new UnitId("works");
    private static final UnitId CITY = new UnitId("city");
    private static final UnitEstablished ESTABLISHED = new UnitEstablished(WORKS, "Works", CITY, 4);

    private final AggregateTestFixture<Unit> unit = new AggregateTestFixture<>(Unit.class);

    @Test
    void a_unit_comes_to_be() {
        unit.givenNoPriorActivity()
                .when(new EstablishUnit(WORKS, "Works", CITY, 4))
                .expectEvents(ESTABLISHED);
    }

    @Test
    void a_unit_without_a_parent_is_a_root() {
        unit.givenNoPriorActivity()
                .when(new EstablishUnit(CITY, "City", null, 0))
                .expectEvents(new UnitEstablished(CITY, "City", null, 0));
    }

    @Test
    void the_same_said_twice_changes_nothing() {
        unit.given(ESTABLISHED)
                .when(new EstablishUnit(WORKS, "Works", CITY, 4))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_name_parent_or_size_is_a_change() {
        unit.given(ESTABLISHED)
                .when(new EstablishUnit(WORKS, "City works", null, 5))
                .expectEvents(new UnitChanged(WORKS, "City works", null, 5));
    }

    @Test
    void going_back_to_what_was_before_a_change_is_a_change_too() {
        unit.given(ESTABLISHED, new UnitChanged(WORKS, "City works", CITY, 4))
                .when(new EstablishUnit(WORKS, "Works", CITY, 4))
                .expectEvents(new UnitChanged(WORKS, "Works", CITY, 4));
    }

    @Test
    void a_unit_is_not_above_itself() {
        unit.givenNoPriorActivity()
                .when(new EstablishUnit(WORKS, "Works", WORKS, 4))
                .expectNoEvents()
                .expectException(Refused.as("unit-above-itself"));
    }

    @Test
    void a_unit_has_a_name_that_people_can_read() {
        refuses(" ", 4, "name-not-allowed");
        refuses("Works\u0007", 4, "name-not-allowed");
        refuses("W".repeat(121), 4, "name-not-allowed");
    }

    @Test
    void a_unit_has_a_size_that_can_be() {
        refuses("Works", -1, "size-not-allowed");
        refuses("Works", 1_000_001, "size-not-allowed");
    }

    private static void refuses(String name, int size, String code) {
        new AggregateTestFixture<>(Unit.class)
                .givenNoPriorActivity()
                .when(new EstablishUnit(WORKS, name, CITY, size))
                .expectNoEvents()
                .expectException(Refused.as(code));
    }

    @Test
    void a_unit_id_leaves_room_for_the_group_of_its_own_people() {
        assertThatExceptionOfType(IdNotAllowed.class).isThrownBy(() -> new UnitId("u".repeat(59)));
        new GroupId("leads." + new UnitId("u".repeat(58)).value());
    }
}

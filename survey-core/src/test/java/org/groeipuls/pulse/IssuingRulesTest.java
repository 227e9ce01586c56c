package org.groeipuls.pulse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.groeipuls.pulse.Order.CITY;
import static org.groeipuls.pulse.Order.CLOSES;
import static org.groeipuls.pulse.Order.OPENS;
import static org.groeipuls.pulse.Order.PARKS;
import static org.groeipuls.pulse.Order.WORKS;
import static org.groeipuls.pulse.Order.group;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.groeipuls.pulse.FrozenKeys.TicketSigner;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssuingRulesTest {
    @Test
    void an_order_that_breaks_no_rule_is_granted() {
        grants(order -> {});
    }

    @Test
    void without_the_works_council_nobody_is_asked() {
        refuses("agreement-missing", order -> order.agreement = null);
        refuses("agreement-missing", order -> order.agreement = new Agreement(" ", LocalDate.of(2027, 1, 14)));
    }

    @Test
    void a_demonstration_needs_no_agreement() {
        grants(order -> {
            order.agreement = null;
            order.demonstration = true;
        });
    }

    @Test
    void a_pulse_asks_somebody_something() {
        refuses("groups-missing", order -> order.groups = List.of());
        var parks = group("parks", WORKS, 8, "parks");
        refuses(
                "form-empty",
                order -> order.groups = List.of(
                        new AskedGroup(parks.group(), parks.name(), parks.teams(), parks.unit(), 8, "F0", List.of())));
    }

    @Test
    void a_group_of_five_people_is_not_asked_but_five_leads_are() {
        refuses("group-too-small", order -> order.groups = List.of(group("parks", WORKS, 5, "parks")));
        grants(order -> order.groups = List.of(group("parks", WORKS, 6, "parks"), group("leads.city", CITY, 5)));
    }

    @Test
    void with_blind_tickets_no_group_is_asked_that_is_smaller_than_the_pulses_own_minimum() {
        refuses("group-below-minimum", order -> {
            blind(order, "ff");
            order.rules = new PulseRules(10, Disclosure.BANDED, 20, TicketMode.BLIND, 1);
        });
        grants(order -> {
            blind(order, "ff");
            order.rules = new PulseRules(8, Disclosure.BANDED, 20, TicketMode.BLIND, 1);
        });
        grants(order -> order.rules = rules(10, 20)); // links hide nobody among others: merging alone protects
    }

    @Test
    void every_group_and_every_team_is_asked_once() {
        refuses(
                "group-twice",
                order -> order.groups = List.of(group("parks", WORKS, 8, "parks"), group("parks", WORKS, 8, "water")));
        refuses(
                "team-twice",
                order -> order.groups =
                        List.of(group("parks", WORKS, 8, "parks"), group("green", WORKS, 8, "parks", "water")));
    }

    @Test
    void every_unit_is_known() {
        refuses("unit-unknown", order -> order.units = List.of(new AskedUnit(CITY, "City", null)));
        refuses("unit-unknown", order -> order.units = List.of(new AskedUnit(WORKS, "Works", CITY)));
    }

    @Test
    void a_unit_that_is_named_twice_would_count_its_people_twice() {
        refuses(
                "unit-twice",
                order -> order.units = List.of(
                        new AskedUnit(CITY, "City", null),
                        new AskedUnit(WORKS, "Works", CITY),
                        new AskedUnit(WORKS, "Works", null)));
    }

    @Test
    void units_that_stand_in_a_ring_have_no_root_to_count_at() {
        refuses(
                "unit-above-itself",
                order ->
                        order.units = List.of(new AskedUnit(CITY, "City", WORKS), new AskedUnit(WORKS, "Works", CITY)));
    }

    @Test
    void several_roots_are_allowed() {
        grants(order -> order.units = List.of(
                new AskedUnit(CITY, "City", null),
                new AskedUnit(WORKS, "Works", null),
                new AskedUnit(new UnitId("empty"), "Empty", WORKS)));
    }

    @Test
    void openings_for_one_group_lie_fourteen_days_apart() {
        refuses(
                "openings-too-close",
                order -> order.previousOpenings.put(
                        PARKS, OPENS.minus(Duration.ofDays(14)).plusSeconds(1)));
        grants(order -> order.previousOpenings.put(PARKS, OPENS.minus(Duration.ofDays(14))));
    }

    @Test
    void a_clock_that_goes_forward_takes_nothing_from_fourteen_days_of_the_calendar() {
        var amsterdam = ZoneId.of("Europe/Amsterdam");
        var before = Instant.parse("2027-03-15T08:00:00Z");
        Consumer<Order> fortnightLater = order -> {
            order.dates = new PulseDates(
                    Instant.parse("2027-03-28T07:00:00Z"),
                    Instant.parse("2027-03-29T07:00:00Z"),
                    Instant.parse("2027-04-08T07:00:00Z"));
            order.previousOpenings.put(PARKS, before);
        };
        refuses("openings-too-close", fortnightLater);
        grants(fortnightLater.andThen(order -> order.zone = amsterdam));
        refuses("openings-too-close", fortnightLater.andThen(order -> {
            order.zone = amsterdam;
            order.previousOpenings.put(PARKS, before.plus(Duration.ofDays(1)));
        }));
    }

    @Test
    void a_demonstration_may_ask_every_day() {
        grants(order -> {
            order.demonstration = true;
            order.previousOpenings.put(PARKS, OPENS.minus(Duration.ofDays(1)));
        });
    }

    @Test
    void the_minimum_is_five_or_more() {
        refuses("minimum-group-not-allowed", order -> order.rules = rules(4, 20));
        refuses("minimum-group-not-allowed", order -> order.rules = rules(1001, 20));
        grants(order -> order.rules = rules(1000, 20));
        refuses("spread-minimum-not-allowed", order -> order.rules = rules(5, 4));
        grants(order -> order.rules = rules(5, 5));
    }

    @Test
    void blind_tickets_have_one_key_for_each_group_and_links_have_none() {
        refuses("ticket-keys-missing", order -> order.rules = PulseRules.DEFAULT);
        refuses(
                "layers-not-allowed",
                order -> order.rules = new PulseRules(5, Disclosure.EXACT, 20, TicketMode.LINK, 3));
        grants(order -> order.rules = new PulseRules(5, Disclosure.EXACT, 20, TicketMode.LINK, 2));
    }

    @Test
    void a_pulse_with_blind_tickets_commits_to_who_is_asked_and_one_with_links_cannot() {
        refuses("roster-missing", order -> blind(order, null));
        grants(order -> blind(order, "0f".repeat(32)));
        refuses("roster-missing", order -> order.roster = "0f".repeat(32));
    }

    @Test
    void what_people_write_has_units_of_ten_keys_of_its_own_and_an_end() {
        grants(order -> order.openText = openText(365, unit(20, null, "parks", "roads")));
        refuses("text-retention-not-allowed", order -> order.openText = openText(29, unit(20, null, "parks")));
        refuses("text-retention-not-allowed", order -> order.openText = openText(1_826, unit(20, null, "parks")));
        refuses("text-unit-too-small", order -> order.openText = openText(365, unit(9, null, "parks")));
        refuses(
                "text-group-unknown",
                order -> order.openText = openText(365, unit(20, null, "parks"), unit(20, null, "parks")));
        refuses("text-group-unknown", order -> order.openText = openText(365, unit(20, null, "elsewhere")));
        refuses(
                "text-keys-missing",
                order -> order.openText = openText(365, unit(20, new TicketSigner("a", "f1"), "parks")));
        refuses("text-keys-missing", order -> {
            blind(order, "ab".repeat(32));
            order.openText = openText(365, unit(20, null, "parks"));
        });
        refuses("text-keys-missing", order -> {
            blind(order, "ab".repeat(32));
            var taken = order.tickets.values().iterator().next();
            order.openText = openText(365, unit(20, taken, "parks"));
        });
        refuses(
                "text-keys-missing",
                order -> order.openText =
                        new OpenText("b3A=", "aa", "Y28=", "bb", List.of(unit(20, null, "parks")), 365));
    }

    private static OpenText openText(int days, TextUnit... units) {
        return new OpenText("dGV4", "cc", "Y28=", "bb", List.of(units), days);
    }

    private static TextUnit unit(int eligible, @Nullable TicketSigner ticket, String... groups) {
        var ids = new java.util.TreeSet<GroupId>();
        List.of(groups).forEach(group -> ids.add(new GroupId(group)));
        return new TextUnit(Order.WORKS, "Works", ids, eligible, ticket);
    }

    private static void blind(Order order, @Nullable String roster) {
        order.rules = PulseRules.DEFAULT;
        order.roster = roster;
        order.groups.forEach(group -> order.tickets.put(group.group(), new TicketSigner("dA==", "cc")));
    }

    @Test
    void a_pulse_opens_in_the_future_and_closes_later() {
        refuses("dates-not-allowed", order -> order.dates = new PulseDates(OPENS, OPENS, OPENS));
        refuses("dates-not-allowed", order -> order.dates = new PulseDates(OPENS.plusSeconds(1), OPENS, CLOSES));
        refuses("dates-not-allowed", order -> order.now = OPENS.plusSeconds(1));
        grants(order -> order.dates = new PulseDates(OPENS, OPENS, OPENS.plusSeconds(1)));
        grants(order -> order.now = OPENS);
    }

    private static PulseRules rules(int minimumGroup, int spreadMinimum) {
        return new PulseRules(minimumGroup, Disclosure.BANDED, spreadMinimum, TicketMode.LINK, 1);
    }

    private static void refuses(String code, Consumer<Order> change) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> check(change))
                .satisfies(refusal -> org.assertj.core.api.Assertions.assertThat(refusal.code())
                        .isEqualTo(code));
    }

    private static void grants(Consumer<Order> change) {
        assertThatCode(() -> check(change)).doesNotThrowAnyException();
    }

    private static void check(Consumer<Order> change) {
        var order = new Order();
        change.accept(order);
        IssuingRules.check(order.command());
    }
}

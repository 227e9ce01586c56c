package org.groeipuls.pulse;

import static org.groeipuls.pulse.Order.CLOSES;
import static org.groeipuls.pulse.Order.NOW;
import static org.groeipuls.pulse.Order.OPENS;
import static org.groeipuls.pulse.Order.PULSE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.groeipuls.pulse.PulseCommand.CancelPulse;
import org.groeipuls.pulse.PulseCommand.ClosePulse;
import org.groeipuls.pulse.PulseCommand.CompleteCount;
import org.groeipuls.pulse.PulseCommand.ExtendPulse;
import org.groeipuls.pulse.PulseCommand.OpenPulse;
import org.groeipuls.pulse.PulseEvent.PulseCancelled;
import org.groeipuls.pulse.PulseEvent.PulseClosed;
import org.groeipuls.pulse.PulseEvent.PulseCounted;
import org.groeipuls.pulse.PulseEvent.PulseExtended;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.groeipuls.refusal.Refused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final Instant LATER = CLOSES.plus(Duration.ofDays(3));
    private static final Object[] ISSUED = {Order.issued()};
    private static final Object[] OPEN = {Order.issued(), new PulseOpened(PULSE)};
    private static final Object[] CLOSED = {Order.issued(), new PulseOpened(PULSE), new PulseClosed(PULSE)};
    private static final Object[] COUNTED = {
        Order.issued(), new PulseOpened(PULSE), new PulseClosed(PULSE), new PulseCounted(PULSE)
    };
    private static final Object[] CANCELLED = {Order.issued(), new PulseCancelled(PULSE, "Wrong form")};
    private static final CancelPulse CANCEL = new CancelPulse(PULSE, "Wrong form");

    @Nested
    class Before_it_is_issued {
        @Test
        void a_pulse_is_issued_with_everything_frozen() {
            when(new Object[] {}, new Order().command()).expectEvents(Order.issued());
        }

        @Test
        void an_order_that_breaks_a_rule_leaves_no_trace() {
            var order = new Order();
            order.agreement = null;
            when(new Object[] {}, order.command()).expectNoEvents().expectException(Refused.as("agreement-missing"));
        }
    }

    @Nested
    class Issued {
        @Test
        void the_same_order_again_changes_nothing_whenever_it_comes() {
            var again = new Order();
            again.now = CLOSES.plusSeconds(1);
            again.previousOpenings.put(Order.PARKS, OPENS);
            nothing(ISSUED, again.command());
            nothing(COUNTED, again.command());
        }

        @Test
        void another_order_under_its_id_is_refused() {
            var other = new Order();
            other.rules = new PulseRules(6, Disclosure.BANDED, 20, TicketMode.LINK, 1);
            refused(ISSUED, other.command(), "pulse-already-issued");
        }

        @Test
        void it_opens_when_it_is_due_and_not_before() {
            refused(ISSUED, new OpenPulse(PULSE, OPENS.minusMillis(1)), "pulse-not-due");
            when(ISSUED, new OpenPulse(PULSE, OPENS)).expectEvents(new PulseOpened(PULSE));
        }

        @Test
        void it_is_extended_once() {
            when(ISSUED, new ExtendPulse(PULSE, LATER, NOW)).expectEvents(new PulseExtended(PULSE, LATER));
        }

        @Test
        void it_is_cancelled() {
            when(ISSUED, CANCEL).expectEvents(new PulseCancelled(PULSE, "Wrong form"));
        }

        @Test
        void it_is_neither_closed_nor_counted() {
            refused(ISSUED, new ClosePulse(PULSE, LATER), "pulse-not-open");
            refused(ISSUED, new CompleteCount(PULSE), "pulse-not-closed");
        }
    }

    @Nested
    class Open {
        @Test
        void it_opens_once() {
            nothing(OPEN, new OpenPulse(PULSE, OPENS.plusSeconds(1)));
        }

        @Test
        void it_closes_when_it_is_due_and_never_earlier() {
            refused(OPEN, new ClosePulse(PULSE, CLOSES.minusMillis(1)), "pulse-not-due");
            when(OPEN, new ClosePulse(PULSE, CLOSES)).expectEvents(new PulseClosed(PULSE));
        }

        @Test
        void it_is_extended_once_to_a_later_instant() {
            when(OPEN, new ExtendPulse(PULSE, LATER, OPENS)).expectEvents(new PulseExtended(PULSE, LATER));
            refused(OPEN, new ExtendPulse(PULSE, CLOSES, OPENS), "dates-not-allowed");
            refused(OPEN, new ExtendPulse(PULSE, LATER, CLOSES), "pulse-not-open");
        }

        @Test
        void a_second_extension_is_refused_and_the_first_asked_for_again_is_not() {
            Object[] extended = {Order.issued(), new PulseOpened(PULSE), new PulseExtended(PULSE, LATER)};
            nothing(extended, new ExtendPulse(PULSE, LATER, OPENS));
            refused(extended, new ExtendPulse(PULSE, LATER.plusSeconds(1), OPENS), "pulse-already-extended");
        }

        @Test
        void an_extended_pulse_closes_at_its_new_end() {
            Object[] extended = {Order.issued(), new PulseOpened(PULSE), new PulseExtended(PULSE, LATER)};
            refused(extended, new ClosePulse(PULSE, LATER.minusMillis(1)), "pulse-not-due");
            when(extended, new ClosePulse(PULSE, LATER)).expectEvents(new PulseClosed(PULSE));
        }

        @Test
        void it_is_cancelled_with_a_reason_that_people_can_read() {
            when(OPEN, CANCEL).expectEvents(new PulseCancelled(PULSE, "Wrong form"));
            refused(OPEN, new CancelPulse(PULSE, " "), "reason-missing");
            refused(OPEN, new CancelPulse(PULSE, "x".repeat(501)), "reason-missing");
        }

        @Test
        void it_is_not_counted() {
            refused(OPEN, new CompleteCount(PULSE), "pulse-not-closed");
        }
    }

    @Nested
    class Closed {
        @Test
        void it_closes_once_and_never_opens_again() {
            nothing(CLOSED, new ClosePulse(PULSE, LATER));
            nothing(CLOSED, new OpenPulse(PULSE, LATER));
        }

        @Test
        void it_is_not_extended() {
            refused(CLOSED, new ExtendPulse(PULSE, LATER, OPENS), "pulse-not-open");
        }

        @Test
        void it_is_counted() {
            when(CLOSED, new CompleteCount(PULSE)).expectEvents(new PulseCounted(PULSE));
        }

        @Test
        void it_is_cancelled() {
            when(CLOSED, CANCEL).expectEvents(new PulseCancelled(PULSE, "Wrong form"));
        }
    }

    @Nested
    class Counted {
        @Test
        void nothing_happens_to_it_any_more() {
            nothing(COUNTED, new OpenPulse(PULSE, LATER));
            nothing(COUNTED, new ClosePulse(PULSE, LATER));
            nothing(COUNTED, new CompleteCount(PULSE));
            refused(COUNTED, CANCEL, "pulse-already-counted");
            refused(COUNTED, new ExtendPulse(PULSE, LATER, OPENS), "pulse-not-open");
        }
    }

    @Nested
    class Cancelled {
        @Test
        void it_stays_cancelled() {
            nothing(CANCELLED, new CancelPulse(PULSE, "Another reason"));
            nothing(CANCELLED, new OpenPulse(PULSE, LATER));
            nothing(CANCELLED, new ClosePulse(PULSE, LATER));
            refused(CANCELLED, new CompleteCount(PULSE), "pulse-not-closed");
            refused(CANCELLED, new ExtendPulse(PULSE, LATER, OPENS), "pulse-not-open");
        }
    }

    private static ResultValidator<Pulse> when(Object[] given, Object command) {
        return new AggregateTestFixture<>(Pulse.class).given(List.of(given)).when(command);
    }

    private static void nothing(Object[] given, Object command) {
        when(given, command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void refused(Object[] given, Object command, String code) {
        when(given, command).expectNoEvents().expectException(Refused.as(code));
    }
}

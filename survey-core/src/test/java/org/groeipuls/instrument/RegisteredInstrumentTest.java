package org.groeipuls.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.instrument.InstrumentCommand.RegisterInstrument;
import org.groeipuls.instrument.InstrumentEvent.InstrumentRegistered;
import org.groeipuls.refusal.Refusal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RegisteredInstrumentTest {

    private static final String ID = "instrument:groeipuls@1";

    private final AggregateTestFixture<RegisteredInstrument> fixture =
            new AggregateTestFixture<>(RegisteredInstrument.class);
    private final Instrument definition = Catalogue.builtIn().getFirst();

    @Test
    void an_instrument_is_registered_under_its_key() {
        fixture.givenNoPriorActivity()
                .when(RegisterInstrument.of(definition))
                .expectSuccessfulHandlerExecution()
                .expectEvents(new InstrumentRegistered(ID, definition));
    }

    @Test
    void registering_equal_content_again_changes_nothing() {
        fixture.given(new InstrumentRegistered(ID, definition))
                .when(RegisterInstrument.of(Catalogue.builtIn().getFirst()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_content_under_the_same_key_is_refused() {
        fixture.given(new InstrumentRegistered(ID, definition))
                .when(RegisterInstrument.of(retitled(definition)))
                .expectNoEvents()
                .expectException(InstrumentAlreadyRegistered.class)
                .expectExceptionMessage(
                        "groeipuls@1 is registered with other content and never changes: register yours "
                                + "under a new version, such as groeipuls@2");
    }

    @Test
    void the_event_reads_back_from_JSON_as_it_was_written() {
        JsonMapper mapper = JsonMapper.builder().build();
        InstrumentRegistered event = new InstrumentRegistered(ID, definition);

        assertThat(mapper.readValue(mapper.writeValueAsString(event), InstrumentRegistered.class))
                .isEqualTo(event);
    }

    @Test
    void an_id_that_does_not_fit_the_key_is_refused() {
        assertThatThrownBy(() -> new RegisterInstrument("instrument:other@1", definition))
                .isInstanceOf(InvalidInstrument.class)
                .hasMessageContaining("register it as instrument:groeipuls@1");
    }

    @Test
    void a_refusal_has_a_stable_code_and_no_stack_trace() {
        List<Refusal> refusals = List.of(
                new InstrumentAlreadyRegistered(definition.key()),
                new InvalidInstrument("mend it"),
                new UnknownInstrumentPart("choose another"));

        assertThat(refusals)
                .extracting(Refusal::code)
                .containsExactly("instrument-already-registered", "invalid-instrument", "unknown-instrument-part");
        assertThat(refusals)
                .allSatisfy(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
        assertThat(refusals)
                .extracting(Refusal::kind)
                .containsExactly(Refusal.Kind.CONFLICT, Refusal.Kind.UNACCEPTABLE, Refusal.Kind.UNKNOWN);
    }

    private static Instrument retitled(Instrument old) {
        return new Instrument(
                old.key(),
                new Localised("Anders", "Different"),
                old.scales(),
                old.constructs(),
                old.items(),
                old.forms(),
                old.cycle(),
                old.patterns());
    }
}

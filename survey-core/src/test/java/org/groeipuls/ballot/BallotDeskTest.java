package org.groeipuls.ballot;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.groeipuls.ballot.BallotCommand.FindForm;
import org.groeipuls.ballot.BallotCommand.IssueLinks;
import org.groeipuls.ballot.BallotCommand.RecordAnswers;
import org.groeipuls.ballot.BallotCommand.ReviseAnswers;
import org.groeipuls.ballot.BallotCommand.WithdrawAnswers;
import org.groeipuls.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the desk does with a box is in the contract that every store runs; here is how it hangs on its bus. */
class BallotDeskTest {
    private static final String CODE = "abcdefghijklmnopqrstuvwxyz";

    static List<BallotCommand> everyCommand() {
        return List.of(
                new RecordAnswers("pulse:1", CODE, 1, null, Map.of()),
                new ReviseAnswers("pulse:1", CODE, 2, null, Map.of()),
                new WithdrawAnswers("pulse:1", CODE, 3),
                new IssueLinks("pulse:1", "team:red"),
                new FindForm("pulse:1", CODE));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void a_refusal_comes_back_over_a_command_bus_of_the_boxes_own_as_it_is(BallotCommand command) {
        DatabaseBoxes none = new DatabaseBoxes(new NoDatabases(), pulse -> {
            throw new IllegalStateException();
        });
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        new AnnotationCommandHandlerAdapter<>(
                        new BallotDesk(none, InstantSource.fixed(Instant.EPOCH), new SecureRandom()))
                .subscribe(bus);
        DefaultCommandGateway gateway =
                DefaultCommandGateway.builder().commandBus(bus).build();

        assertThatThrownBy(() -> gateway.sendAndWait(command))
                .isInstanceOfSatisfying(
                        BallotRefusal.class,
                        no -> org.assertj.core.api.Assertions.assertThat(no.kind())
                                .isEqualTo(Refusal.Kind.UNKNOWN));
    }

    private static final class NoDatabases implements BoxDatabases {
        @Override
        public BoxDatabase open(String pulse) {
            throw new IllegalStateException();
        }

        @Override
        public Optional<BoxDatabase> find(String pulse) {
            return Optional.empty();
        }

        @Override
        public Set<String> left(Set<String> pulses) {
            return Set.of();
        }

        @Override
        public String identity() {
            return "nowhere";
        }

        @Override
        public void drop(String pulse) {}
    }
}

package org.groeipuls.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.system.architecture.House;
import org.groeipuls.team.Team;
import org.groeipuls.team.TeamCommand;
import org.groeipuls.team.TeamEvent;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final String PAGE = "docs/messages.md";

    private final Messages messages = new Messages(House.classes());

    @Test
    void the_page_of_messages_says_what_the_annotations_say() throws IOException {
        var written = MessagesPage.of(messages);
        if (Boolean.getBoolean("messages.update")) {
            Files.writeString(Repository.ROOT.resolve(PAGE), written);
        }
        assertThat(Repository.read(PAGE))
                .as("write it anew with ./mvnw verify -Dmessages.update=true")
                .isEqualTo(written);
    }

    @Test
    void a_command_has_one_handler() {
        assertThat(messages.commands())
                .hasSizeGreaterThan(10)
                .allSatisfy(command -> assertThat(messages.handlers(command, CommandHandler.class))
                        .as(command.getSimpleName())
                        .hasSize(1));
    }

    @Test
    void an_event_follows_on_a_command_and_makes_state() {
        assertThat(messages.events()).allSatisfy(event -> {
            assertThat(messages.commands())
                    .as("commands that lead to " + event.getSimpleName())
                    .anyMatch(command -> messages.outcomes(command).contains(event));
            assertThat(messages.handlers(event, EventSourcingHandler.class))
                    .as("state of " + event.getSimpleName())
                    .hasSize(1);
        });
    }

    @Test
    void the_events_of_the_page_are_the_events_that_can_be_stored() {
        assertThat(messages.events())
                .map(JavaClass::getName)
                .containsExactlyInAnyOrderElementsOf(EventNames.create().known().values().stream()
                        .map(Class::getName)
                        .toList());
    }

    @Test
    void an_event_without_its_aggregate_is_seen_to_be_orphaned() {
        var withoutAggregate = new Messages(new ClassFileImporter()
                .importClasses(
                        TeamCommand.class,
                        TeamCommand.EstablishTeam.class,
                        TeamEvent.class,
                        TeamEvent.TeamEstablished.class));
        var whole = new Messages(new ClassFileImporter()
                .importClasses(
                        TeamCommand.class,
                        TeamCommand.EstablishTeam.class,
                        TeamEvent.class,
                        TeamEvent.TeamEstablished.class,
                        Team.class));
        assertThat(withoutAggregate.outcomes(withoutAggregate.commands().getFirst()))
                .isEmpty();
        assertThat(whole.outcomes(whole.commands().getFirst()))
                .map(JavaClass::getSimpleName)
                .containsExactly("TeamEstablished");
    }
}

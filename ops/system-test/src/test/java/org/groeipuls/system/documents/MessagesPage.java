package org.groeipuls.system.documents;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.groeipuls.system.architecture.Kinds;

/** Writes {@code docs/messages.md}. */
final class MessagesPage {
    private static final String HEAD = """
            # Messages

            Every command and event, and who makes, decides, applies and reads it. Written by a test from the annotations in
            the code; do not edit it by hand. After a change: `./mvnw verify -Dmessages.update=true`.

            """;

    private final Messages messages;
    private final StringBuilder text = new StringBuilder(HEAD);

    private MessagesPage(Messages messages) {
        this.messages = messages;
    }

    static String of(Messages messages) {
        return new MessagesPage(messages).write();
    }

    private String write() {
        text.append("## Commands to history\n\nAn aggregate decides; what follows is an event, or a refusal.\n\n");
        table("Command", "Made by", "Decided by", "May lead to");
        messages.commands().stream().filter(command -> decided(command)).forEach(this::command);
        text.append("\n## Commands to the box\n\nThey run on a bus of the box's own and lead to no event: what is in a")
                .append(" box comes into history at the\ncount, as figures.\n\n");
        table("Command", "Made by", "Handled by", "Answered with");
        messages.commands().stream().filter(command -> !decided(command)).forEach(this::ballotCommand);
        text.append("\n## Events\n\nHistory consists of these and nothing else.\n\n");
        table("Event", "Follows on", "State of", "Views");
        messages.events().forEach(this::event);
        text.append("\nGiven every event: ")
                .append(owners(messages.handlersOfAll()))
                .append(".\n");
        return text.toString();
    }

    private boolean decided(JavaClass command) {
        return handlers(command).anyMatch(handler -> Kinds.AGGREGATES.test(handler.getOwner()));
    }

    private Stream<JavaMethod> handlers(JavaClass command) {
        return messages.handlers(command, CommandHandler.class).stream();
    }

    private void command(JavaClass command) {
        row(
                name(command),
                names(messages.makers(command)),
                owners(handlers(command).toList()),
                names(messages.outcomes(command)));
    }

    private void ballotCommand(JavaClass command) {
        var replies = handlers(command)
                .map(handler -> name(handler.getRawReturnType()))
                .collect(Collectors.joining(", "));
        row(
                name(command),
                names(messages.makers(command)),
                owners(handlers(command).toList()),
                replies);
    }

    private void event(JavaClass event) {
        var causes = messages.commands().stream()
                .filter(command -> messages.outcomes(command).contains(event))
                .toList();
        row(
                name(event),
                names(causes),
                owners(messages.handlers(event, EventSourcingHandler.class)),
                owners(messages.handlers(event, EventHandler.class)));
    }

    private void table(String... heads) {
        row(heads);
        row(Stream.of(heads).map(head -> "---").toArray(String[]::new));
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String owners(List<JavaMethod> methods) {
        return names(methods.stream().map(JavaMember::getOwner).toList());
    }

    private static String names(Collection<JavaClass> types) {
        return types.isEmpty()
                ? "-"
                : types.stream().map(MessagesPage::name).distinct().collect(Collectors.joining(", "));
    }

    private static String name(JavaClass type) {
        return "`" + type.getSimpleName() + "`";
    }
}

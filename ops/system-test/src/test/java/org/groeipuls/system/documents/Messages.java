package org.groeipuls.system.documents;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;

/** Who sends, decides, applies and reads the commands and events of the house, as annotations and bytecode say it. */
final class Messages {
    private static final Comparator<JavaClass> BY_NAME = Comparator.comparing(JavaClass::getName);

    private final JavaClasses house;

    Messages(JavaClasses house) {
        this.house = house;
    }

    List<JavaClass> commands() {
        return members("Command");
    }

    List<JavaClass> events() {
        return members("Event");
    }

    /** What stands in a sealed family and belongs to it: an answer to a command stands there too and does not. */
    private List<JavaClass> members(String family) {
        return house.stream()
                .filter(type -> type.getRawInterfaces().stream()
                        .anyMatch(one -> one.getSimpleName().endsWith(family)
                                && type.getEnclosingClass().filter(one::equals).isPresent()))
                .sorted(BY_NAME)
                .toList();
    }

    /** The methods of ours that are given a message, {@code kind} says as what. */
    List<JavaMethod> handlers(JavaClass message, Class<? extends Annotation> kind) {
        return handlers(kind, message::equals);
    }

    /** Handlers that are given every event, whatever it is. */
    List<JavaMethod> handlersOfAll() {
        return handlers(EventHandler.class, type -> type.isEquivalentTo(Object.class));
    }

    private List<JavaMethod> handlers(Class<? extends Annotation> kind, Predicate<JavaClass> message) {
        return house.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(kind))
                .filter(method -> message.test(method.getRawParameterTypes().getFirst()))
                .sorted(Comparator.comparing(JavaMethod::getFullName))
                .toList();
    }

    /** The classes that make a message and so send it; a factory of the message's own counts for its callers. */
    Set<JavaClass> makers(JavaClass message) {
        return house.stream()
                .filter(type -> !type.equals(message))
                .filter(type -> type.getCodeUnitAccessesFromSelf().stream()
                        .anyMatch(access -> access.getTargetOwner().equals(message)
                                && (access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                                        || access.getTarget().getRawReturnType().equals(message))))
                .collect(toCollection(() -> new TreeSet<>(BY_NAME)));
    }

    /** The events that a command can lead to: those that its handler makes, and those that it carries. */
    Set<JavaClass> outcomes(JavaClass command) {
        var events = new HashSet<>(events());
        return handlers(command, CommandHandler.class).stream()
                .flatMap(handler -> Stream.concat(madeBy(handler), carriedBy(command)))
                .filter(events::contains)
                .collect(toCollection(() -> new TreeSet<>(BY_NAME)));
    }

    private static Stream<JavaClass> carriedBy(JavaClass command) {
        return command.getFields().stream()
                .flatMap(field -> ((JavaType) field.getType()).getAllInvolvedRawTypes().stream());
    }

    /** What a method makes, itself or in other methods of its class. */
    private static Stream<JavaClass> madeBy(JavaCodeUnit handler) {
        var seen = new HashSet<JavaCodeUnit>(Set.of(handler));
        var queue = new ArrayDeque<JavaCodeUnit>(seen);
        while (!queue.isEmpty()) {
            queue.remove().getMethodCallsFromSelf().stream()
                    .flatMap(call -> call.getTarget().resolveMember().stream())
                    .filter(called -> called.getOwner().equals(handler.getOwner()))
                    .filter(seen::add)
                    .forEach(queue::add);
        }
        return seen.stream()
                .flatMap(unit -> unit.getConstructorCallsFromSelf().stream())
                .map(JavaAccess::getTargetOwner);
    }
}

package org.groeipuls.system.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a class can get hold of in our own code. Besides what it names, it touches what it passes through its hands
 * unnamed: parameter and result types of everything it calls. From an interface the way leads on to what the interface
 * names, never to who implements it.
 */
final class Reach {
    private static final Map<JavaClass, Set<JavaClass>> TOUCHED = new HashMap<>();

    private Reach() {}

    /** The classes of ours that a class touches itself, itself left out. */
    static Set<JavaClass> touched(JavaClass from) {
        return TOUCHED.computeIfAbsent(from, Reach::look);
    }

    private static Set<JavaClass> look(JavaClass from) {
        var named = from.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
        var handled = from.getCodeUnitAccessesFromSelf().stream().flatMap(Reach::passedThrough);
        var touched = new TreeSet<JavaClass>(java.util.Comparator.comparing(JavaClass::getName));
        Stream.concat(named, handled)
                .map(JavaClass::getBaseComponentType)
                .filter(type -> type.getPackageName().startsWith("org.groeipuls."))
                .filter(type -> !type.equals(from))
                .forEach(touched::add);
        return touched;
    }

    private static Stream<JavaClass> passedThrough(JavaCodeUnitAccess<?> access) {
        var target = access.getTarget();
        return Stream.concat(target.getRawParameterTypes().stream(), Stream.of(target.getRawReturnType()));
    }

    /** The shortest way from a class to one that is looked for, both ends included; empty when there is none. */
    static Optional<List<JavaClass>> path(JavaClass from, Predicate<? super JavaClass> wanted) {
        Map<JavaClass, JavaClass> cameFrom = new HashMap<>();
        var queue = new ArrayDeque<JavaClass>(List.of(from));
        while (!queue.isEmpty()) {
            var at = queue.remove();
            if (!at.equals(from) && wanted.test(at)) {
                return Optional.of(back(at, from, cameFrom));
            }
            for (var next : touched(at)) {
                if (!next.equals(from) && cameFrom.putIfAbsent(next, at) == null) {
                    queue.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static List<JavaClass> back(JavaClass end, JavaClass start, Map<JavaClass, JavaClass> cameFrom) {
        List<JavaClass> path = new ArrayList<>();
        for (var at = end; at != null && !at.equals(start); at = cameFrom.get(at)) {
            path.add(at);
        }
        path.add(start);
        Collections.reverse(path);
        return path;
    }
}

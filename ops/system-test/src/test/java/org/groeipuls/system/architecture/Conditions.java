package org.groeipuls.system.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** What the walls ask of a class, told with the way that leads to what was found. */
final class Conditions {
    static final ArchCondition<JavaClass> TOUCH_A_HIGHER_MODULE = found("touch a class of a higher module", from -> {
        var own = Module.of(from);
        return Reach.touched(from).stream()
                .filter(type -> own.isPresent()
                        && Module.of(type)
                                .filter(at -> at.compareTo(own.get()) > 0)
                                .isPresent())
                .findFirst()
                .map(type -> way(List.of(from, type)));
    });

    static final ArchCondition<JavaClass> STAND_IN_A_NULL_MARKED_PACKAGE =
            new ArchCondition<>("stand in a package with @NullMarked in its package-info") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getName() + " stands in a package without @NullMarked"));
                }
            };

    private static final Pattern CLOCK_OR_CHANCE = Pattern.compile("java\\.time\\.\\w+\\.now\\(\\)"
            + "|java\\.time\\.Clock\\.(system|tick)\\w*\\(.*|java\\.time\\.InstantSource\\.system\\(\\)"
            + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)"
            + "|java\\.lang\\.Math\\.random\\(\\)|java\\.util\\.UUID\\.randomUUID\\(\\)"
            + "|java\\.util\\.Random\\.<init>\\(\\)|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*");

    static final ArchCondition<JavaClass> ASK_CLOCK_OR_CHANCE = found(
            "ask a clock or chance instead of being told",
            from -> from.getAccessesFromSelf().stream()
                    .filter(access -> CLOCK_OR_CHANCE
                            .matcher(access.getTarget().getFullName())
                            .matches())
                    .findFirst()
                    .map(JavaAccess::getDescription));

    private Conditions() {}

    static ArchCondition<JavaClass> touch(DescribedPredicate<JavaClass> wanted) {
        return found(
                "touch " + wanted.getDescription(),
                from -> Reach.touched(from).stream().filter(wanted).findFirst().map(type -> way(List.of(from, type))));
    }

    static ArchCondition<JavaClass> reach(DescribedPredicate<JavaClass> wanted) {
        return found(
                "reach " + wanted.getDescription(),
                from -> Reach.path(from, wanted).map(Conditions::way));
    }

    static ArchCondition<JavaClass> reachBoth(DescribedPredicate<JavaClass> one, DescribedPredicate<JavaClass> other) {
        return found(
                "reach both " + one.getDescription() + " and " + other.getDescription(),
                from -> Reach.path(from, one)
                        .flatMap(first -> Reach.path(from, other).map(second -> way(first) + " and " + way(second))));
    }

    private static ArchCondition<JavaClass> found(String what, Function<JavaClass, Optional<String>> look) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                look.apply(type).ifPresent(how -> events.add(SimpleConditionEvent.satisfied(type, how)));
            }
        };
    }

    private static String way(List<JavaClass> path) {
        return path.stream().map(JavaClass::getName).collect(Collectors.joining(" -> "));
    }
}

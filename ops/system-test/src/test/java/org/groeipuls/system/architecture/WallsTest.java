package org.groeipuls.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WallsTest {
    @ParameterizedTest
    @EnumSource
    void the_house_keeps(Wall wall) {
        wall.rule().check(House.classes());
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_breach_is_found_by(Wall wall) {
        var found = wall.rule().evaluate(House.withBreaches());
        assertThat(found.hasViolation()).isTrue();
        assertThat(found.getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(wall.breach().getName()));
    }

    @Test
    void every_module_is_looked_at() {
        for (var module : Module.values()) {
            assertThat(House.classes().stream().filter(module.classes()))
                    .as(module.name())
                    .hasSizeGreaterThan(20);
        }
    }

    @Test
    void the_kinds_that_rules_speak_of_exist() {
        var kinds = List.of(
                Kinds.PERSON,
                Kinds.BOX_KEY,
                Kinds.OF_BALLOTS,
                Kinds.BALLOT_COMMANDS,
                Kinds.KEY_HOLDERS,
                Kinds.WIRING,
                Kinds.RESOURCES,
                Kinds.BALLOT_RESOURCES,
                Kinds.AGGREGATES,
                Kinds.PROJECTIONS);
        for (var kind : kinds) {
            assertThat(House.classes().stream().filter(kind))
                    .as(kind.getDescription())
                    .isNotEmpty();
        }
        assertThat(House.classes().stream().filter(Kinds.BALLOT_RESOURCES).map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("BallotResource", "LinkResource", "SharesResource");
    }

    @Test
    void a_package_lies_in_one_module() {
        var modules = House.classes().stream()
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName,
                        Collectors.mapping(type -> Module.of(type).orElseThrow(), Collectors.toSet())));
        assertThat(modules).allSatisfy((name, in) -> assertThat(in).as(name).hasSize(1));
        assertThat(Arrays.asList(Module.values()))
                .allSatisfy(module -> assertThat(modules.values()).anyMatch(in -> in.contains(module)));
    }
}

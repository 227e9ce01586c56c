package org.groeipuls.system.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import org.groeipuls.system.architecture.breach.api.bossy.DecidingResource;
import org.groeipuls.system.architecture.breach.api.bossy.WritingResource;
import org.groeipuls.system.architecture.breach.api.curious.CuriousResource;
import org.groeipuls.system.architecture.breach.api.gossip.BallotResource;
import org.groeipuls.system.architecture.breach.api.matching.Matchmaker;
import org.groeipuls.system.architecture.breach.api.peeking.KeyThief;
import org.groeipuls.system.architecture.breach.api.peeking.KeyringResource;
import org.groeipuls.system.architecture.breach.core.bare.Bare;
import org.groeipuls.system.architecture.breach.core.clock.ClockReader;
import org.groeipuls.system.architecture.breach.core.cycle.one.One;
import org.groeipuls.system.architecture.breach.core.language.WordsOfPulse;
import org.groeipuls.system.architecture.breach.core.names.PulseService;
import org.groeipuls.system.architecture.breach.core.scoring.ScoreOfPulse;
import org.groeipuls.system.architecture.breach.core.springy.Springy;
import org.groeipuls.system.architecture.breach.core.upwards.Climber;
import org.groeipuls.system.architecture.breach.projections.live.LiveScore;
import org.groeipuls.system.architecture.breach.projections.writable.WritableTable;

/** The walls of the house, each with the planted breach that it has to find. */
enum Wall {
    NO_CYCLES(slices().matching("org.groeipuls.(**)").should().beFreeOfCycles(), One.class),

    MODULES_ONLY_DOWNWARDS(noClasses().should(Conditions.TOUCH_A_HIGHER_MODULE), Climber.class),

    /** Who was asked and what was said never meet in code; play and demonstration start the whole server and do. */
    WHO_AND_WHAT_NEVER_MEET(
            noClasses()
                    .that(are(not(Kinds.WIRING)))
                    .and(are(not(Module.OPS.classes())))
                    .should(Conditions.reachBoth(Kinds.PERSON, Kinds.OF_BALLOTS)),
            Matchmaker.class),

    ONLY_THE_COUNT_HOLDS_THE_KEY(
            noClasses().that(are(not(Kinds.KEY_HOLDERS))).should(Conditions.touch(Kinds.BOX_KEY)), KeyThief.class),

    NO_RESOURCE_CAN_GET_AT_THE_KEY(
            noClasses().that(are(Kinds.RESOURCES)).should(Conditions.reach(Kinds.BOX_KEY)), KeyringResource.class),

    PROJECTIONS_SEE_RELEASED_EVENTS_ONLY(
            noClasses().that(are(Module.PROJECTIONS.classes())).should(Conditions.reach(Kinds.OF_BALLOTS)),
            LiveScore.class),

    RESOURCES_SEE_NO_BALLOTS(
            noClasses()
                    .that(are(Kinds.RESOURCES))
                    .and(are(not(Kinds.BALLOT_RESOURCES)))
                    .should(Conditions.reach(Kinds.OF_BALLOTS)),
            CuriousResource.class),

    BALLOT_RESOURCES_SEE_BALLOT_COMMANDS_ONLY(
            noClasses()
                    .that(are(Kinds.BALLOT_RESOURCES))
                    .should(Conditions.reach(Kinds.OF_BALLOTS.and(not(Kinds.BALLOT_COMMANDS)))),
            BallotResource.class),

    SCORING_IS_PLAIN_JAVA(
            classes()
                    .that()
                    .resideInAPackage("org.groeipuls..scoring..")
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "org.apache.commons.statistics..",
                            "org.ejml..",
                            "org.jspecify..",
                            "org.groeipuls..scoring.."))
                    .as("scoring depends on the JDK, commons-statistics and the matrix library alone"),
            ScoreOfPulse.class),

    /** So that a word list never learns whose text it reads. */
    LANGUAGE_IS_PLAIN_JAVA(
            classes()
                    .that()
                    .resideInAPackage("org.groeipuls..language..")
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "org.apache.commons.statistics..",
                            "org.jspecify..",
                            "org.groeipuls..scoring..",
                            "org.groeipuls..language.."))
                    .as("language depends on the JDK, commons-statistics and the formulas of scoring alone"),
            WordsOfPulse.class),

    CORE_HAS_NO_SPRING(
            noClasses()
                    .that(are(Module.CORE.classes()))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "jakarta..", "org.axonframework.spring.."),
            Springy.class),

    /** They send commands; who decides is not theirs to know. */
    RESOURCES_DECIDE_NOTHING(
            noClasses().that(are(Kinds.RESOURCES)).should(Conditions.touch(Kinds.AGGREGATES)), DecidingResource.class),

    /** They read views from tables that others write. */
    RESOURCES_WRITE_NO_VIEW(
            noClasses()
                    .that(are(Kinds.RESOURCES))
                    .should(Conditions.touch(Kinds.PROJECTIONS))
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc.."),
            WritingResource.class),

    /** What anybody but the projection can call on a table reads: it gives something back. */
    TABLES_ARE_WRITTEN_BY_THEIR_PROJECTION_ONLY(
            methods()
                    .that(are(Kinds.OF_TABLES))
                    .and()
                    .arePublic()
                    .should()
                    .notHaveRawReturnType(void.class)
                    .as("public methods of the projections' tables read"),
            WritableTable.class),

    NAMES_SAY_SOMETHING(
            noClasses().should().haveNameMatching(".*(Service|Manager|Impl|Utils?|Helper|Dto|DTO)"),
            PulseService.class),

    EVERY_PACKAGE_IS_NULL_MARKED(classes().should(Conditions.STAND_IN_A_NULL_MARKED_PACKAGE), Bare.class),

    TIME_AND_CHANCE_RIDE_IN(
            noClasses()
                    .that(are(Module.CORE.classes().or(Module.PROJECTIONS.classes())))
                    .should(Conditions.ASK_CLOCK_OR_CHANCE),
            ClockReader.class);

    private final ArchRule rule;
    private final Class<?> breach;

    Wall(ArchRule rule, Class<?> breach) {
        this.rule = rule;
        this.breach = breach;
    }

    ArchRule rule() {
        return rule;
    }

    /** The planted class that breaks this rule. */
    Class<?> breach() {
        return breach;
    }
}

package org.groeipuls.system.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.groeipuls.anonymity.BoxKey;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.roster.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** How the kinds of classes of the house are recognised. */
public final class Kinds {
    static final DescribedPredicate<JavaClass> PERSON =
            describe("PersonId", type -> type.isEquivalentTo(PersonId.class));

    static final DescribedPredicate<JavaClass> BOX_KEY = describe(
            "BoxKey or CouncilKey", type -> type.isEquivalentTo(BoxKey.class) || type.isEquivalentTo(CouncilKey.class));

    static final DescribedPredicate<JavaClass> OF_BALLOTS =
            describe("a type of ballot", type -> type.getPackageName().equals("org.groeipuls.ballot"));

    static final DescribedPredicate<JavaClass> BALLOT_COMMANDS = describe(
            "a ballot command or its acknowledgement",
            type -> OF_BALLOTS.test(type)
                    && outermost(type)
                            .getSimpleName()
                            .matches("BallotCommand|BallotRefusal|Acknowledgement|CouncilBatch|CouncilShare"));

    /** May touch the key: who makes and keeps it, the box that is opened with it, and the count that opens. */
    static final DescribedPredicate<JavaClass> KEY_HOLDERS = describe(
            "holders of the key",
            type -> type.getPackageName().equals("org.groeipuls.anonymity")
                    || outermost(type)
                            .getName()
                            .matches("org\\.groeipuls\\.(ballot\\.(BallotBoxes|DatabaseBoxes|BoxOpening|OuterLayer)"
                                    + "|release\\.Counting)"));

    /** Says which classes make up the house, so it sees them all. */
    static final DescribedPredicate<JavaClass> WIRING = describe(
            "wiring",
            type -> outermost(type).getSimpleName().endsWith("Wiring")
                    || type.getPackageName().equals("org.groeipuls.api.wiring"));

    /** Answers requests: REST resources and pages. */
    static final DescribedPredicate<JavaClass> RESOURCES =
            describe("resources", type -> type.isMetaAnnotatedWith(Controller.class));

    static final DescribedPredicate<JavaClass> BALLOT_RESOURCES = describe(
            "resources for ballots",
            type -> RESOURCES.test(type) && type.getSimpleName().matches("BallotResource|LinkResource|SharesResource"));

    /** Decides. */
    public static final DescribedPredicate<JavaClass> AGGREGATES = describe(
            "aggregates",
            type -> type.isAnnotatedWith(AggregateRoot.class)
                    || type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)));

    static final DescribedPredicate<JavaClass> PROJECTIONS =
            describe("projections", type -> type.getSimpleName().endsWith("Projection"));

    static final DescribedPredicate<JavaMember> OF_TABLES = describe(
            "of a table of the projections",
            member -> Module.PROJECTIONS.classes().test(member.getOwner())
                    && member.getOwner().getFields().stream()
                            .anyMatch(field -> field.getRawType().isEquivalentTo(JdbcClient.class)));

    private Kinds() {}

    private static JavaClass outermost(JavaClass type) {
        var at = type;
        while (at.getEnclosingClass().isPresent()) {
            at = at.getEnclosingClass().get();
        }
        return at;
    }
}

package org.groeipuls.system.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URL;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.groeipuls.pulse.Pulse;
import org.groeipuls.simulation.Play;
import org.groeipuls.trend.TeamTrend;

/** The modules of the house from the ground up; one may lean on those before it only. */
public enum Module {
    CORE(Pulse.class),
    PROJECTIONS(TeamTrend.class),
    API(GroeipulsServer.class),
    OPS(Play.class);

    private static final String BREACHES = "org.groeipuls.system.architecture.breach.";

    private final URL location;

    Module(Class<?> member) {
        this.location = member.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Where its classes lie: a folder of the build, or a JAR. */
    public URL location() {
        return location;
    }

    /** The module that a class lies in; of a planted breach the one that its package says it plays in. */
    static Optional<Module> of(JavaClass type) {
        if (type.getPackageName().startsWith(BREACHES)) {
            var played = type.getPackageName().substring(BREACHES.length()).split("\\.", 2)[0];
            return Optional.of(valueOf(played.toUpperCase(Locale.ROOT)));
        }
        var source = type.getSource().map(known -> known.getUri().toString()).orElse("");
        return Arrays.stream(values())
                .filter(module -> source.contains(module.location.getPath()))
                .findFirst();
    }

    DescribedPredicate<JavaClass> classes() {
        return DescribedPredicate.describe(
                "in " + name().toLowerCase(Locale.ROOT),
                type -> of(type).filter(this::equals).isPresent());
    }
}

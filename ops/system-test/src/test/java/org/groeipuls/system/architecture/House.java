package org.groeipuls.system.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The classes that ship, and the same with the planted breaches among them. */
public final class House {
    private static final List<Location> MODULES = Arrays.stream(Module.values())
            .map(module -> Location.of(module.location()))
            .toList();

    private House() {}

    /** All classes of the four modules, without tests. */
    public static JavaClasses classes() {
        return Shipped.CLASSES;
    }

    static JavaClasses withBreaches() {
        return Breached.CLASSES;
    }

    private static final class Shipped {
        static final JavaClasses CLASSES = new ClassFileImporter().importLocations(MODULES);
    }

    private static final class Breached {
        static final JavaClasses CLASSES = new ClassFileImporter().importLocations(andBreaches());

        private static List<Location> andBreaches() {
            var breaches = WallsTest.class.getResource("breach");
            if (breaches == null) {
                throw new IllegalStateException("The planted breaches are gone; without them no rule is proven");
            }
            List<Location> all = new ArrayList<>(MODULES);
            all.add(Location.of(breaches));
            return all;
        }
    }
}

package org.groeipuls.api.wiring;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How types are called in the published interface: one that stands in another also by the name of that, so that no two share
 * a name. Generators of clients take one of the two where they do.
 */
final class SchemaNames extends TypeNameResolver {
    private static final String ROOMS = "(Resource|Desk|View)$";

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    /** @throws IllegalStateException when another type has that name */
    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        var name = name(type);
        var other = named.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException(type + " and " + other + " are both called " + name);
        }
        return name;
    }

    static String name(Class<?> type) {
        @Nullable Class<?> around = type.getEnclosingClass();
        var own = type.getSimpleName();
        if (around == null) {
            return own;
        }
        var stem = name(around).replaceFirst(ROOMS, "");
        return own.startsWith(stem) ? own : stem + own;
    }
}

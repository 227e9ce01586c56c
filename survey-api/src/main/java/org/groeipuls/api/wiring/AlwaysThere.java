package org.groeipuls.api.wiring;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is always there, in requests and in answers: each component of a record that is not marked as nullable. */
final class AlwaysThere extends NopAnnotationIntrospector {
    private static final String OURS = "org.groeipuls.";

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        var type = member.getDeclaringClass();
        if (!type.isRecord() || !type.getName().startsWith(OURS)) {
            return null;
        }
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(member.getName()))
                .findFirst()
                .map(AlwaysThere::required)
                .orElse(null);
    }

    private static boolean required(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}

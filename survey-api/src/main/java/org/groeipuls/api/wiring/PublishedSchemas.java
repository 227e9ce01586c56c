package org.groeipuls.api.wiring;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the types of the published interface say beyond their records. */
@SuppressWarnings("rawtypes")
final class PublishedSchemas {
    private static final String REF = "#/components/schemas/";
    private static final String NULL = "null";

    private final Map<String, Schema> schemas;

    PublishedSchemas(OpenAPI api) {
        schemas = api.getComponents().getSchemas();
    }

    /** Which of several a thing is can be read from one of its properties, and from nothing else. */
    void kinds(Class<?> family) {
        var property = family.getAnnotation(JsonTypeInfo.class).property();
        var discriminator = new Discriminator().propertyName(property);
        for (var kind : family.getAnnotation(JsonSubTypes.class).value()) {
            var name = SchemaNames.name(kind.value());
            discriminator.mapping(kind.name(), REF + name);
            var own = new Schema<>().addProperty(property, new Schema<>()._const(kind.name()));
            Objects.requireNonNull(schemas.get(name)).addAllOfItem(own);
        }
        Objects.requireNonNull(schemas.get(SchemaNames.name(family))).setDiscriminator(discriminator);
    }

    /** What may be left out of a request may also be given as null. */
    void leftOut(Collection<PathItem> paths) {
        Set<String> names = new LinkedHashSet<>();
        paths.stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .map(RequestBody::getContent)
                .flatMap(content -> content.values().stream())
                .map(MediaType::getSchema)
                .forEach(schema -> reach(schema, names));
        names.forEach(name -> orNull(Objects.requireNonNull(schemas.get(name))));
    }

    private void reach(@Nullable Schema schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(REF.length());
            if (names.add(name)) {
                reach(schemas.get(name), names);
            }
        }
        properties(schema).values().forEach(property -> reach(property, names));
        reach(schema.getItems(), names);
        if (schema.getAdditionalProperties() instanceof Schema values) {
            reach(values, names);
        }
        parts(schema).forEach(part -> reach(part, names));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Schema> properties(Schema schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }

    @SuppressWarnings("unchecked")
    private static List<Schema> parts(Schema schema) {
        List<Schema> parts = new ArrayList<>();
        for (List<Schema> some : Arrays.asList(
                (List<Schema>) schema.getAllOf(), (List<Schema>) schema.getOneOf(), (List<Schema>) schema.getAnyOf())) {
            parts.addAll(some == null ? List.of() : some);
        }
        return parts;
    }

    private static void orNull(Schema schema) {
        var required = schema.getRequired() == null ? List.of() : schema.getRequired();
        properties(schema).replaceAll((name, property) -> required.contains(name) ? property : orNullItself(property));
        parts(schema).forEach(PublishedSchemas::orNull);
    }

    @SuppressWarnings("unchecked")
    private static Schema orNullItself(Schema property) {
        if (property.get$ref() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of(NULL))));
        }
        if (property.getTypes() != null && property.getEnum() == null) {
            Set<String> types = new TreeSet<>(property.getTypes());
            types.add(NULL);
            property.setTypes(types);
        }
        return property;
    }
}

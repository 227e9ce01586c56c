package org.groeipuls.pages;

import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Lets templates use {@link Words}; a text that is missing stops the page, so that a test sees it. */
public final class BundleMessages extends AbstractMessageResolver {
    @Override
    public String resolveMessage(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
        var language = Language.of(context.getLocale().getLanguage(), null);
        return new Words(language, ZoneOffset.UTC).text(key, Objects.requireNonNullElse(arguments, new Object[0]));
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
        throw new IllegalStateException("No text for " + key);
    }
}

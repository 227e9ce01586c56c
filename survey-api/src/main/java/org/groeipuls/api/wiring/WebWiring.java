package org.groeipuls.api.wiring;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.groeipuls.api.past.ReadingAsOf;
import org.groeipuls.api.problem.CutAnswers;
import org.groeipuls.api.problem.ErrorResource;
import org.groeipuls.api.problem.Problems;
import org.groeipuls.api.problem.UnknownParameters;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.instrument.InstrumentKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every request: strict JSON, known parameters, the caller's language, and answers that can be cached. */
@Configuration(proxyBeanMethods = false)
class WebWiring implements WebMvcConfigurer {
    private final SettledViews settled;
    private final ReadingAsOf past;

    WebWiring(Commands commands, ReadingAsOf past) {
        this.past = past;
        this.settled = new SettledViews(commands);
    }

    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, InstrumentKey.class, InstrumentKey::parse);
    }

    @Bean
    FilterRegistrationBean<EntityTags> entityTags() {
        var tags = new FilterRegistrationBean<>(new EntityTags());
        tags.addUrlPatterns("/api/v1/*");
        return tags;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new UnknownParameters(
                        method -> ReadingAsOf.readable(method) ? Set.of(ReadingAsOf.PARAMETER) : Set.of()))
                .addPathPatterns("/api/**");
        registry.addInterceptor(past).addPathPatterns("/api/**");
        registry.addInterceptor(settled)
                .addPathPatterns("/api/v1/**")
                // views that stand still are what a rebuild is asked for
                .excludePathPatterns("/api/v1/ballots", "/api/v1/ballots/**", "/api/v1/rebuilds");
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return StrictJson::strict;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.of("nl")));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    @Bean
    Problems problems(MessageSource texts, JsonMapper json) {
        return new Problems(texts, json);
    }

    @Bean
    CutAnswers cutAnswers() {
        return new CutAnswers();
    }

    @Bean
    ErrorResource errorResource(Problems problems, ObjectProvider<ErrorResource.Notices> notices) {
        return new ErrorResource(problems, notices.getIfAvailable());
    }
}

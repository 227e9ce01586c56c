package org.groeipuls.api.wiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.groeipuls.api.problem.Problems;
import org.groeipuls.api.problem.UnknownParameters;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.api.storage.ViewPosition;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** What holds for every request: strict JSON, known parameters, the caller's language, and answers that can be cached. */
@Configuration(proxyBeanMethods = false)
class WebWiring implements WebMvcConfigurer {
    private final ViewPosition views;

    WebWiring(ViewPosition views) {
        this.views = views;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new UnknownParameters()).addPathPatterns("/api/**");
        registry.addInterceptor(new Versioned(views)).addPathPatterns("/api/v1/**");
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
    Problems problems(MessageSource texts) {
        return new Problems(texts);
    }

    /** Everything that is read comes from history, so a resource is as new as the views' position and no newer. */
    private record Versioned(ViewPosition views) implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setHeader("API-Version", "1");
            if (handler instanceof HandlerMethod
                    && HttpMethod.GET.matches(request.getMethod())
                    && !request.getRequestURI().startsWith("/api/v1/clock")) {
                response.setHeader(
                        "Cache-Control", CacheControl.noCache().cachePrivate().getHeaderValue());
                var etag =
                        "\"v%d-%s\"".formatted(views.read(), request.getLocale().getLanguage());
                return !new ServletWebRequest(request, response).checkNotModified(etag);
            }
            return true;
        }
    }
}

package org.groeipuls.api.wiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.groeipuls.api.past.ReadingAsOf;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.replay.Views;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * What is read comes from history, so an answer is as new as the position that was read before it, and a caller who has
 * seen that position is told so (304). Decided after the resource: whoever may not read is told that and nothing else.
 */
@ControllerAdvice(basePackages = "org.groeipuls.api")
final class EntityTags implements HandlerInterceptor, ResponseBodyAdvice<Object> {
    private static final String POSITION = EntityTags.class.getName();
    private static final List<String> NOT_OF_HISTORY = List.of("/api/v1/clock", "/api/v1/jobs", "/api/v1/replays");

    private final ViewPosition views;
    private final HistoryStore history;

    EntityTags(ViewPosition views, HistoryStore history) {
        this.views = views;
        this.history = history;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.GET.matches(request.getMethod()) && ofHistory(request)) {
            request.setAttribute(POSITION, position(request, handler));
        }
        return true;
    }

    /** How far work is, and what a trial found, changes without anything that happened. */
    private static boolean ofHistory(HttpServletRequest request) {
        var path = request.getRequestURI();
        return NOT_OF_HISTORY.stream().noneMatch(path::startsWith) && request.getParameter("rule") == null;
    }

    /** What was known on a day is the same for ever but for texts that were erased since, of which history knows. */
    private Object position(HttpServletRequest request, Object handler) {
        var asOf = request.getParameter(ReadingAsOf.PARAMETER);
        if (asOf != null && ReadingAsOf.readable(handler)) {
            return asOf + "-" + Views.LAYOUT + "-" + views.read();
        }
        return request.getRequestURI().startsWith("/api/v1/history") ? history.head() : views.read();
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest asked,
            ServerHttpResponse answered) {
        if (!(asked instanceof ServletServerHttpRequest in) || !(answered instanceof ServletServerHttpResponse out)) {
            return body;
        }
        var request = in.getServletRequest();
        var response = out.getServletResponse();
        var position = request.getAttribute(POSITION);
        if (position == null || response.getStatus() != HttpStatus.OK.value() || forNobodyElse(answered)) {
            return body;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        var tag = "\"%s-%s\"".formatted(position, type.getSubtype());
        return new ServletWebRequest(request, response).checkNotModified(tag) ? null : body;
    }

    /** What differs by who asks is not history's alone: a browser that two people use must not mix it up. */
    private static boolean forNobodyElse(ServerHttpResponse answered) {
        return String.valueOf(answered.getHeaders().getCacheControl()).contains("no-store");
    }
}

package org.groeipuls.api.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Whoever asks again for what has not changed is told so (304) and gets nothing anew. The tag is made of the answer alone:
 * answers differ by who asks, by the day and by what was erased, and history's position knows none of these.
 */
final class EntityTags extends OncePerRequestFilter {
    /** How far work is, what a trial found, and exports that are asked for by position and too large to be kept whole. */
    private static final List<String> WITHOUT =
            List.of("/api/v1/clock", "/api/v1/jobs", "/api/v1/replays", "/api/v1/history/events");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !HttpMethod.GET.matches(request.getMethod())
                || WITHOUT.stream().anyMatch(path::startsWith)
                || request.getParameter("rule") != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpStatus.OK.value() && !forNobodyElse(answer)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
            var tag = "\"" + DigestUtils.md5DigestAsHex(answer.getContentInputStream()) + "\"";
            if (new ServletWebRequest(request, response).checkNotModified(tag)) {
                return;
            }
        }
        answer.copyBodyToResponse();
    }

    /** What is personal is not to be kept by a browser that two people use. */
    private static boolean forNobodyElse(HttpServletResponse answer) {
        return String.valueOf(answer.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
    }
}

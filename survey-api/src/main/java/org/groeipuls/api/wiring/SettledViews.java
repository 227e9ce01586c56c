package org.groeipuls.api.wiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.groeipuls.api.storage.Commands;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What is asked for is checked against the views, so whoever changes something waits until they show all of history:
 * after a write on another node, and while they are made anew.
 */
record SettledViews(Commands commands) implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
            commands.awaitViews();
        }
        return true;
    }
}

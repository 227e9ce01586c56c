package org.groeipuls.api.past;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Turns to the views of a day for the time of a request that asks for them. */
public final class ReadingAsOf implements HandlerInterceptor {
    /** The query parameter. */
    public static final String PARAMETER = "asOf";

    private final Pasts pasts;
    private final SettledDays days;

    ReadingAsOf(Pasts pasts, SettledDays days) {
        this.pasts = pasts;
        this.days = days;
    }

    /** Whether what answers can be asked for as of a day. */
    public static boolean readable(Object handler) {
        return handler instanceof HandlerMethod method && method.hasMethodAnnotation(ReadableAsOf.class);
    }

    /** @throws ParameterNotAllowed when it is no day before today: what will be known by the evening is not known yet */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var asked = request.getParameter(PARAMETER);
        if (asked != null && readable(handler)) {
            var day = parsed(asked);
            if (day == null || !days.hold(day)) {
                throw new ParameterNotAllowed();
            }
            Then.begin(new Then.Visit(day, pasts));
        }
        return true;
    }

    private static @Nullable LocalDate parsed(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Then.end();
    }
}

package org.groeipuls.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Cuts an answer off that breaks when its beginning was sent: a problem behind it would look like the end of a whole one.
 * The container closes the connection of what is thrown on, so whoever reads sees that more was to come.
 */
public final class CutAnswers implements HandlerExceptionResolver, Ordered {
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failed) {
        if (response.isCommitted() && !DisconnectedClientHelper.isClientDisconnectedException(failed)) {
            throw new AnswerCut(failed);
        }
        return null;
    }

    /** Before those that would write a problem. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }

    /** Says where it broke and nothing that others said of it. */
    private static final class AnswerCut extends RuntimeException {
        private static final long serialVersionUID = 1;

        AnswerCut(Exception failed) {
            super("An answer was cut off by " + failed.getClass().getName());
            setStackTrace(failed.getStackTrace());
        }
    }
}

package org.groeipuls.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is answered when no resource was reached: on the API a problem, in a browser a page, elsewhere one line of text. */
@Controller
public final class ErrorResource implements ErrorController {
    private final Problems problems;
    private final @Nullable Notices notices;

    /** The page that says what is the matter and what to do. */
    public interface Notices {
        /** @param path that was asked for */
        ResponseEntity<String> of(HttpStatus status, String path, HttpServletRequest request);
    }

    /** @param notices absent where there are no pages */
    public ErrorResource(Problems problems, @Nullable Notices notices) {
        this.problems = problems;
        this.notices = notices;
    }

    @RequestMapping("/error")
    @Nullable
    ResponseEntity<String> error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return null; // a problem behind half an answer would look like a part of it
        }
        var status = status(request);
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/")) {
            problems.write(response, status, Problems.codeOf(status));
        } else if (notices != null && wantsPage(request)) {
            return notices.of(status, path, request);
        } else {
            problems.writeLine(response, status);
        }
        return null;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}

package org.groeipuls.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.refusal.IdNotAllowed;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A file of something that does not exist is told as a page that does not exist. */
@ControllerAdvice(basePackages = "org.groeipuls.pages")
public final class NothingThere {
    @ExceptionHandler({NotFound.class, IdNotAllowed.class})
    void tell(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}

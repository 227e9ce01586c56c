package org.groeipuls.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.groeipuls.anonymity.KeyLost;
import org.groeipuls.anonymity.OtherVault;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.refusal.NotNow;
import org.groeipuls.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Says no on the wire: problem details (RFC 9457) in the caller's language. Never holds anything of an answer. */
@RestControllerAdvice(basePackages = "org.groeipuls.api")
public final class Problems {
    /** Stands on every answer of the API. */
    public static final String VERSION_HEADER = "API-Version";

    public static final String VERSION = "1";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final String SECONDS = "2";

    private final MessageSource texts;
    private final JsonMapper json;

    /** @param json writes problems where no resource was reached */
    public Problems(MessageSource texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal) {
        var status = switch (refusal.kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNACCEPTABLE ->
                refusal instanceof ParameterNotAllowed ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
        };
        return problem(status, refusal.code(), List.of(new Problem.Fault("", refusal.code(), text(refusal))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> faulty(FaultyFile file) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                file.code(),
                file.faults().stream().map(this::said).toList());
    }

    private Problem.Fault said(FaultyFile.At fault) {
        var other = fault.other() == 0 ? null : new Object[] {Long.toString(fault.other())};
        var what = texts.getMessage("detail." + fault.code(), other, fault.message(), locale());
        var line = Long.toString(fault.line());
        var where = fault.column().isEmpty() ? "fault.line" : "fault.cell";
        var detail = texts.getMessage(where, new Object[] {line, fault.heading(), what}, locale());
        return new Problem.Fault(
                "/" + line + (fault.column().isEmpty() ? "" : "/" + fault.column()), fault.code(), detail);
    }

    private String text(Refusal refusal) {
        var english = String.valueOf(refusal.getMessage());
        var said = texts.getMessage("detail." + refusal.code(), null, english, locale());
        return said == null ? english : said;
    }

    @ExceptionHandler
    ResponseEntity<Problem> notValid(MethodArgumentNotValidException e) {
        var faults = e.getBindingResult().getFieldErrors().stream()
                .map(error ->
                        new Problem.Fault(pointer(error), "not-valid", say("fault." + error.getCode(), "fault.other")))
                .toList();
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "not-valid", faults);
    }

    private static String pointer(FieldError error) {
        return "/" + error.getField().replace('.', '/').replace('[', '/').replace("]", "");
    }

    @ExceptionHandler
    ResponseEntity<Problem> notReadable(HttpMessageNotReadableException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof Refusal refusal) {
                return refused(refusal);
            }
        }
        var pointer = e.getCause() instanceof JacksonException json ? pointer(json) : "";
        return problem(
                HttpStatus.BAD_REQUEST,
                "not-readable",
                List.of(new Problem.Fault(pointer, "not-readable", say("fault.json", "fault.other"))));
    }

    private static String pointer(JacksonException json) {
        var path = new StringBuilder();
        json.getPath()
                .forEach(step -> path.append('/')
                        .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()));
        return path.toString();
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof Refusal refusal) {
                return refused(refusal);
            }
        }
        return refused(new ParameterNotAllowed());
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(AggregateNotFoundException e) {
        return refused(new NotFound());
    }

    /** Nothing was refused and perhaps nothing done: the same request may be sent again. */
    @ExceptionHandler({NotNow.class, KeyLost.class, OtherVault.class})
    ResponseEntity<Problem> later(RuntimeException e) {
        LOG.warn("A request has to be sent again: {}", e.getClass().getName());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(HttpStatus.SERVICE_UNAVAILABLE, "try-again", List.of()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> other(Exception e) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e;
        }
        if (e instanceof ErrorResponse known) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            return ResponseEntity.status(status)
                    .headers(known.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(detail(status, codeOf(status), List.of()));
        }
        LOG.error("A request failed: {}", e.getClass().getName(), stackWithoutMessages(e));
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "failed", List.of());
    }

    /** Messages of others may quote what was sent; where it happened is enough. */
    private static Throwable stackWithoutMessages(Throwable e) {
        var bare = new IllegalStateException(e.getClass().getName());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }

    static String codeOf(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private ResponseEntity<Problem> problem(HttpStatus status, String code, List<Problem.Fault> faults) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(status, code, faults));
    }

    /** Writes a problem where no resource was reached: in a filter, or after an error of the server itself. */
    public void write(HttpServletResponse response, HttpStatus status, String code) throws IOException {
        response.setStatus(status.value());
        response.setHeader(VERSION_HEADER, VERSION);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(detail(status, code, List.of())));
    }

    void writeLine(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream()
                .write(say(null, "title.status." + status.value()).getBytes(StandardCharsets.UTF_8));
    }

    private Problem detail(HttpStatus status, String code, List<Problem.Fault> faults) {
        return new Problem(
                "urn:groeipuls:problem:" + code,
                say("title." + code, "title.status." + status.value()),
                status.value(),
                faults.isEmpty() ? null : faults.getFirst().detail(),
                faults);
    }

    private String say(@Nullable String key, String otherwise) {
        var fallback = texts.getMessage(otherwise, null, otherwise, locale());
        var said = key == null ? fallback : texts.getMessage(key, null, fallback, locale());
        return said == null ? otherwise : said;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}

package org.groeipuls.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groeipuls.refusal.Refusal;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** A query parameter that a resource does not know, or that stands there twice, is refused instead of ignored (R8). */
public final class UnknownParameters implements HandlerInterceptor {
    private final Function<HandlerMethod, Set<String>> more;

    /** @param more which parameters a handler takes besides those that it names */
    public UnknownParameters(Function<HandlerMethod, Set<String>> more) {
        this.more = more;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("org.groeipuls.api.")) {
            Set<String> known = Arrays.stream(method.getMethodParameters())
                    .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
                    .filter(annotation -> annotation != null)
                    .map(annotation -> annotation.value().isEmpty() ? annotation.name() : annotation.value())
                    .collect(Collectors.toSet());
            var others = more.apply(method);
            request.getParameterMap().forEach((name, values) -> {
                if (!known.contains(name) && !others.contains(name) || values.length != 1) {
                    throw new ParameterNotAllowed();
                }
            });
        }
        return true;
    }

    /** The query has something in it that this address does not take. */
    public static final class ParameterNotAllowed extends Refusal {
        private static final long serialVersionUID = 1;

        public ParameterNotAllowed() {
            super(
                    Kind.UNACCEPTABLE,
                    "parameter-not-allowed",
                    "A query parameter is not known here, stands there twice or has a value that cannot be read;"
                            + " the OpenAPI file names those that are");
        }
    }
}

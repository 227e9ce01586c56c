package org.groeipuls.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Role by route: who is tried and who can be meant, for the matrix of the interface and for that of the pages. */
final class Matrix {
    static final List<String> ROLES =
            List.of(Server.EMPLOYEE, "lead-nobody", "hr", "analyst", "works-council", "direction", "operator");
    static final Set<String> ALL = Set.of("everybody");
    static final Set<String> SIGNED_IN = Set.copyOf(ROLES);
    static final Set<String> HR = Set.of("hr");
    static final Set<String> ANALYST = Set.of("analyst");
    static final Set<String> OPERATOR = Set.of("operator");
    static final Set<String> DIRECTION = Set.of("direction");
    static final Set<String> WORKS_COUNCIL = Set.of("works-council");
    static final Set<String> ANALYST_OR_COUNCIL = Set.of("analyst", "works-council");
    static final Set<String> HR_OR_ANALYST = Set.of("hr", "analyst");
    static final Set<String> HR_OR_DIRECTION = Set.of("hr", "direction");
    static final Set<String> FROM_ABOVE = Set.of("hr", "analyst", "direction");

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private Matrix() {}

    /** All that the server has a handler for at these paths, as method and path; ANY where every method is answered. */
    static SortedSet<String> routes(Server server, Predicate<String> paths) {
        var routes = new TreeSet<String>();
        server.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((route, handler) -> route.getPatternValues().stream()
                        .filter(paths)
                        .forEach(path -> {
                            var methods = route.getMethodsCondition().getMethods();
                            if (methods.isEmpty()) {
                                routes.add("ANY " + path);
                            }
                            methods.forEach(method -> routes.add(method + " " + path));
                        }));
        return routes;
    }

    static String method(String route) {
        return route.substring(0, route.indexOf(' '));
    }

    /** The path of a route with these names in it; of what is not among them there is none such. */
    static String path(String route, Map<String, String> names) {
        return NAME.matcher(route.substring(route.indexOf(' ') + 1))
                .replaceAll(found -> names.getOrDefault(found.group(1), "none-such"));
    }
}

package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Every address of a server that can be read, as its own description names them, with ids filled in. */
final class Routes {
    private final List<String> paths = new ArrayList<>();

    private Routes() {}

    /**
     * @param ids per name of a path parameter the ids to fill in
     * @throws AttackNotRun when the server does not describe itself
     */
    static List<String> readable(Api api, Map<String, List<String>> ids) {
        var routes = new Routes();
        templates(api).forEach(template -> routes.add(template, ids));
        return routes.paths;
    }

    /** The addresses that can be read, with the names of ids in braces. */
    static List<String> templates(Api api) {
        var description = api.description().path("paths");
        if (description.isEmpty()) {
            throw new AttackNotRun("The server does not describe its interface at /api/v1/openapi");
        }
        return description.propertyNames().stream()
                .filter(path -> description.path(path).has("get") && path.startsWith(Api.BASE))
                .map(path -> path.substring(Api.BASE.length()))
                .toList();
    }

    /** The query parameters that an address takes. */
    static Set<String> parameters(Api api, String template) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode parameter : api.description()
                .path("paths")
                .path(Api.BASE + template)
                .path("get")
                .path("parameters")) {
            if (parameter.path("in").asString("").equals("query")) {
                names.add(parameter.path("name").asString());
            }
        }
        return names;
    }

    /** The addresses of one template with ids filled in. */
    static List<String> fill(String template, Map<String, List<String>> ids) {
        var routes = new Routes();
        routes.add(template, ids);
        return routes.paths;
    }

    private void add(String path, Map<String, List<String>> ids) {
        int open = path.indexOf('{');
        if (open < 0) {
            paths.add(path);
            return;
        }
        int close = path.indexOf('}', open);
        for (var id : ids.getOrDefault(path.substring(open + 1, close), List.of())) {
            add(path.substring(0, open) + id + path.substring(close + 1), ids);
        }
    }
}

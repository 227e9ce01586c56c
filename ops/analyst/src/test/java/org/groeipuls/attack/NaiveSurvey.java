package org.groeipuls.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.groeipuls.audit.Figures;
import tools.jackson.databind.JsonNode;

/**
 * A survey as it is built when nobody thinks of attacks: it looks codes up in lower case and remembers them as they
 * were written, checks before it acts, shows how many have answered, takes ballots after the end, publishes exact
 * totals of groups and of their units, and explains every refusal. Every attack has to succeed on it.
 */
final class NaiveSurvey implements AutoCloseable {
    private static final List<String> ITEMS = List.of("q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8");
    private static final int SLOW = 2_000;

    private final HttpServer http;
    private final int k;
    private final AtomicInteger noise = new AtomicInteger();
    private final Map<String, JsonNode> replays = new ConcurrentHashMap<>();
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>(); // with their teams, as they are now
    private final Map<String, JsonNode> teams = new ConcurrentHashMap<>();
    private final Map<String, Asked> pulses = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, String> codes = new ConcurrentHashMap<>(); // of all pulses, with their group
    private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();
    private final KeyPair tickets = key("RSA", 2048);
    private final List<String> texts = Collections.synchronizedList(new ArrayList<>()); // as they come
    private final List<String> lists = Collections.synchronizedList(new ArrayList<>());
    private volatile String people = "";
    private volatile Instant clock = Instant.parse("2027-01-04T08:00:00Z");

    private record Sheet(String code, String group, String nonce, Map<String, Integer> answers) {}

    private record Asked(String id, List<String> groups, Instant closesAt, Set<String> used, List<Sheet> sheets) {}

    /** @param k how many answers it asks for before it shows a group; units it always shows */
    NaiveSurvey(int k) throws IOException {
        this.k = k;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::serve);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    private record Said(int status, Object body) {}

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            JsonNode json = Answer.JSON.missingNode();
            try {
                json = Answer.JSON.readTree(body);
            } catch (RuntimeException noJson) {
                // a form, or nothing
            }
            Said said;
            try {
                said = answer(exchange, json, new String(body, UTF_8));
            } catch (RuntimeException broken) {
                said = new Said(500, Map.of("error", broken.toString()));
            }
            var bytes = said.body() instanceof String text
                    ? text.getBytes(UTF_8)
                    : Answer.JSON.writeValueAsBytes(said.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Said answer(HttpExchange exchange, JsonNode json, String body) {
        var path = exchange.getRequestURI().getPath();
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        if (path.equals("/oauth2/token")) {
            return new Said(
                    200,
                    Map.of(
                            "access_token",
                            exchange.getRequestHeaders()
                                            .getFirst("Authorization")
                                            .hashCode() + ""));
        }
        var parts = path.replaceFirst("^/api/v1/", "").split("/");
        return switch (parts[0] + (exchange.getRequestMethod().equals("GET") ? "" : "!")) {
            case "clock" -> new Said(200, Map.of("instant", clock.toString()));
            case "clock!" -> {
                clock = Instant.parse(json.path("instant").asString());
                yield new Said(200, Map.of());
            }
            case "openapi" -> new Said(200, description());
            case "instruments" -> new Said(200, instrument());
            case "units!" -> new Said(201, Map.of());
            case "units" ->
                new Said(
                        200,
                        parts.length == 3 && parts[2].equals("error-talk")
                                ? talk(parts[1])
                                : Map.of("texts", List.copyOf(texts)));
            case "lexicons!" -> {
                if (parts.length == 2) {
                    lists.add(body);
                }
                yield new Said(201, Map.of());
            }
            case "teams!" -> {
                teams.put(parts[1], json);
                yield new Said(201, Map.of());
            }
            case "people!" -> {
                people = body;
                yield new Said(200, Map.of());
            }
            case "pulses!" ->
                parts.length == 2
                        ? issue(parts[1], json)
                        : parts[2].equals("tickets") ? signed(json) : links(parts[1], json);
            case "pulses" ->
                parts.length == 3 && parts[2].equals("mails") ? occasions(parts[1]) : pulse(parts, exchange);
            case "mails" -> new Said(200, Map.of("mail", "on", "letters", letters()));
            case "ballots!" -> parts.length == 2 ? form(json) : ballot(json, exchange.getRequestMethod());
            case "history" -> new Said(200, history(query));
            case "groups!" -> {
                groups.put(parts[1], Figures.texts(json.path("teams")));
                yield new Said(200, Map.of());
            }
            case "organisation!" -> {
                var closed = json.path("team").asString();
                groups.replaceAll((group, members) ->
                        members.stream().filter(team -> !team.equals(closed)).toList());
                yield new Said(200, Map.of());
            }
            case "teams" ->
                new Said(200, parts.length == 3 && parts[2].equals("trends.csv") ? table(parts[1]) : trends(parts[1]));
            case "calibrations!" -> new Said(200, Map.of());
            case "replays!" -> replay(exchange, json);
            case "jobs" -> new Said(200, Map.of("state", "done"));
            case "replays" ->
                new Said(
                        200,
                        parts.length == 3
                                ? NaiveReplay.trend(replays.getOrDefault(parts[1], json), query, sheets())
                                : Map.of());
            default -> new Said(404, Map.of("error", path));
        };
    }

    private static Instant reminder(Asked pulse) {
        return pulse.closesAt().minus(Duration.ofDays(1));
    }

    private Said occasions(String id) {
        var pulse = pulses.get(id);
        return pulse == null
                ? new Said(404, Map.of())
                : new Said(
                        200,
                        Map.of(
                                "occasions",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "open",
                                                "due",
                                                pulse.closesAt()
                                                        .minus(Duration.ofDays(7))
                                                        .toString()),
                                        Map.of(
                                                "kind",
                                                "reminder-1",
                                                "due",
                                                reminder(pulse).toString()))));
    }

    /** Of each pulse: reminded is only who has not answered. */
    private List<Map<String, Object>> letters() {
        List<Map<String, Object>> letters = new ArrayList<>();
        for (var pulse : List.copyOf(pulses.values())) {
            int people = pulse.groups().stream().mapToInt(this::size).sum();
            letters.add(Map.of("pulse", pulse.id(), "kind", "open", "waiting", 0, "sent", people));
            if (clock.isAfter(reminder(pulse))) {
                int late = people - pulse.sheets().size();
                letters.add(Map.of("pulse", pulse.id(), "kind", "reminder-1", "waiting", 0, "sent", late));
            }
        }
        return letters;
    }

    private static Map<String, Object> description() {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (var path : List.of(
                "/pulses/{pulse}",
                "/history/events",
                "/teams/{team}/trends",
                "/units/{unit}/texts",
                "/units/{unit}/error-talk")) {
            paths.put("/api/v1" + path, Map.of("get", Map.of()));
        }
        paths.put("/api/v1/people/imports", Map.of("post", Map.of()));
        paths.put("/api/v1/calibrations/{version}", Map.of("put", Map.of()));
        paths.put("/api/v1/replays", Map.of("post", Map.of()));
        paths.put("/api/v1/organisation/changes", Map.of("post", Map.of()));
        return Map.of("info", Map.of("version", "naive"), "paths", paths);
    }

    private static Map<String, Object> instrument() {
        var items = ITEMS.stream()
                .map(item -> Map.of("id", item, "construct", "c", "reversed", false))
                .toList();
        return Map.of(
                "key",
                "naive@1",
                "forms",
                List.of(Map.of("name", "F1", "items", ITEMS), Map.of("name", "F4", "items", ITEMS)),
                "items",
                items);
    }

    /** For each list how many texts of the unit hold one of its words, whatever the list, however many they are. */
    private Map<String, Object> talk(String unit) {
        var own = unit.replaceFirst("-service$", "");
        List<Long> found = new ArrayList<>();
        for (var list : List.copyOf(lists)) {
            var words = list.lines()
                    .filter(line -> line.startsWith("LEARNING\t"))
                    .map(line -> line.split("[\t ]")[1])
                    .collect(java.util.stream.Collectors.toSet());
            found.add(List.copyOf(texts).stream()
                    .filter(text -> text.contains(own) && words.stream().anyMatch(text::contains))
                    .count());
        }
        return Map.of("learning", found);
    }

    private Said issue(String id, JsonNode json) {
        var closesAt = Instant.parse(json.path("closesAt").asString());
        pulses.put(
                id,
                new Asked(
                        id,
                        Figures.texts(json.path("groups")),
                        closesAt,
                        Collections.synchronizedSet(new HashSet<>()),
                        Collections.synchronizedList(new ArrayList<>())));
        return new Said(201, Map.of());
    }

    /** For whoever asks, as many as the team has people by now, and as often as asked. */
    private Said links(String pulse, JsonNode json) {
        var group = json.path("group").asString();
        List<String> made = new ArrayList<>();
        for (var team : groups.getOrDefault(group, List.of(group))) {
            for (int i = 0; i < size(team); i++) {
                var code = org.groeipuls.anonymity.LinkTicket.fresh(new java.security.SecureRandom())
                        .code();
                codes.put(code, pulse + "/" + team);
                made.add(code);
            }
        }
        return new Said(201, Map.of("codes", made, "textCodes", made));
    }

    private int size(String group) {
        var members = groups.get(group);
        if (members != null) {
            return members.stream().mapToInt(this::size).sum();
        }
        var team = teams.get(group);
        return team == null ? 0 : team.path("size").asInt();
    }

    private Said ballot(JsonNode json, String method) {
        var pulse = pulses.get(json.path("pulse").asString().strip().toLowerCase(Locale.ROOT));
        var raw = json.path("code").asString("");
        if (pulse == null) {
            return new Said(404, Map.of("error", "no such pulse"));
        }
        if (json.path("box").asString("").equals("texts")) {
            texts.add(json.path("text").asString() + " (" + codes.get(raw) + ")");
            return new Said(201, Map.of());
        }
        if (json.has("ticket")) {
            return blind(pulse, json);
        }
        var code = raw.strip().toLowerCase(Locale.ROOT);
        var owner = codes.get(code);
        if (code.length() != 26) {
            return new Said(422, Map.of("error", "a code has 26 characters"));
        }
        if (pulse.used().contains(raw)) {
            return method.equals("POST") && json.path("sequence").asInt() < 2
                    ? new Said(409, Map.of("error", "this code was used"))
                    : new Said(200, Map.of());
        }
        slowly(SLOW);
        pulse.used().add(raw);
        var group = owner == null ? pulse.groups().getFirst() : owner.substring(owner.indexOf('/') + 1);
        Map<String, Integer> answers = new LinkedHashMap<>();
        json.path("answers")
                .properties()
                .forEach(
                        answer -> answers.put(answer.getKey(), answer.getValue().asInt(3)));
        pulse.sheets().add(new Sheet(raw, group, json.path("nonce").asString(""), answers));
        return new Said(201, Map.of());
    }

    /** Remembers tickets as they are written, and verifies nothing. */
    private static Said blind(Asked pulse, JsonNode json) {
        var ticket = json.path("ticket").asString();
        if (pulse.used().contains(ticket)) {
            return new Said(200, Map.of());
        }
        slowly(SLOW);
        pulse.used().add(ticket);
        pulse.sheets().add(new Sheet(ticket, json.path("group").asString(), "sealed", Map.of("q1", 1)));
        return new Said(201, Map.of());
    }

    /** Signs whatever anybody sends, as often as they send it, with one key for all groups of all pulses. */
    private Said signed(JsonNode json) {
        var message =
                Base64.getDecoder().decode(json.at("/blindedMessages/group").asString());
        var key = (RSAPrivateKey) tickets.getPrivate();
        var signature = new BigInteger(1, message).modPow(key.getPrivateExponent(), key.getModulus());
        byte[] bytes = new byte[256];
        byte[] number = signature.toByteArray();
        int length = Math.min(256, number.length);
        System.arraycopy(number, number.length - length, bytes, 256 - length, length);
        return new Said(200, Map.of("blindSignatures", Map.of("group", base64(bytes))));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static KeyPair key(String kind, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Said form(JsonNode json) {
        var pulse = pulses.get(json.path("pulse").asString());
        var code = json.path("code").asString("");
        if (pulse != null && pulse.used().contains(code)) {
            slowly(SLOW);
        }
        var owner = codes.get(code);
        return owner == null ? new Said(404, Map.of("error", "unknown code")) : new Said(200, Map.of("group", owner));
    }

    /** Work that takes a while, in which others go on. */
    private static void slowly(int micros) {
        long until = System.nanoTime() + micros * 1000L;
        while (System.nanoTime() < until) {
            Thread.yield();
        }
    }

    private Said pulse(String[] parts, HttpExchange exchange) {
        var pulse = pulses.get(parts[1]);
        if (pulse == null) {
            return new Said(404, Map.of());
        }
        if (parts.length == 3 && parts[2].equals("invited")) {
            var named = people.lines().filter(line -> line.contains("employee")).map(line -> line.split(",")[0]);
            return new Said(200, Map.of("groups", List.of(Map.of("group", "all", "people", named.toList()))));
        }
        // a key for each reader, so that they can be told apart
        var reader = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var key = base64(keys.computeIfAbsent(reader, fresh -> key("EC", 256))
                .getPublic()
                .getEncoded());
        Map<String, Object> signers = new LinkedHashMap<>();
        pulse.groups()
                .forEach(group -> signers.put(
                        group, Map.of("key", base64(tickets.getPublic().getEncoded()))));
        var shown = Map.of("operator", key, "council", key, "tickets", signers);
        if (parts.length == 3) {
            return new Said(200, Map.of("keys", shown));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("pulse", pulse.id());
        view.put("answered", pulse.sheets().size());
        view.put("dates", Map.of("opensAt", pulse.closesAt().minusSeconds(1).toString()));
        view.put("closesAt", pulse.closesAt().toString());
        view.put("rules", Map.of("layers", 1));
        view.put("keys", shown);
        view.put(
                "groups",
                pulse.groups().stream()
                        .map(group -> Map.of("group", group, "eligible", Math.max(1, size(group)), "items", ITEMS))
                        .toList());
        if (clock.isAfter(pulse.closesAt())) {
            view.put(
                    "count",
                    Map.of(
                            "inclusion",
                            pulse.sheets().stream().map(Sheet::nonce).toList()));
        }
        return new Said(200, view);
    }

    private String history(String query) {
        var lines = new StringBuilder();
        line(lines, "InstrumentRegistered", Map.of("definition", instrument()));
        for (var pulse : List.copyOf(pulses.values())) {
            line(lines, "PulseIssued", Map.of("pulse", pulse.id(), "instrument", "naive@1", "groups", groupsOf(pulse)));
            if (clock.isAfter(pulse.closesAt())) {
                for (var group : pulse.groups()) {
                    block(lines, pulse, List.of(group), query.contains("raw=true") ? 1 : k);
                }
                block(lines, pulse, pulse.groups(), 1);
            }
        }
        return lines.toString();
    }

    private static void block(StringBuilder lines, Asked pulse, List<String> groups, int k) {
        List<Map<String, Object>> items = new ArrayList<>();
        int people = 0;
        for (var item : ITEMS) {
            int[] counts = new int[5];
            int n = 0;
            for (var sheet : List.copyOf(pulse.sheets())) {
                var value = groups.contains(sheet.group()) ? sheet.answers().get(item) : null;
                if (value != null) {
                    counts[value - 1]++;
                    n++;
                }
            }
            people = Math.max(people, n);
            items.add(Map.of("item", item, "n", n, "counts", counts));
        }
        if (people >= k) {
            line(lines, "BlockReleased", Map.of("pulse", pulse.id(), "groups", groups, "n", people, "items", items));
        }
    }

    private static List<Map<String, String>> groupsOf(Asked pulse) {
        return pulse.groups().stream().map(group -> Map.of("group", group)).toList();
    }

    private static void line(StringBuilder lines, String type, Map<String, Object> data) {
        lines.append(Answer.JSON.writeValueAsString(Map.of("type", type, "position", 1, "data", data)))
                .append('\n');
    }

    private Said replay(HttpExchange exchange, JsonNode json) {
        if (exchange.getRequestMethod().equals("DELETE")) {
            return new Said(204, "");
        }
        var id = "r" + noise.incrementAndGet();
        replays.put(id, json);
        return new Said(202, Map.of("replay", id));
    }

    /** The answers of all pulses, with the group and the pulse of each. */
    private List<NaiveReplay.Sheet> sheets() {
        List<NaiveReplay.Sheet> all = new ArrayList<>();
        pulses.values()
                .forEach(pulse -> List.copyOf(pulse.sheets())
                        .forEach(sheet -> all.add(new NaiveReplay.Sheet(pulse.id(), sheet.group(), sheet.answers()))));
        return all;
    }

    /** Reads every pulse of whoever stands in the team's group now, whoever stood there when it was counted. */
    private Map<String, Object> trends(String team) {
        var now = groups.values().stream()
                .filter(members -> members.contains(team))
                .findFirst()
                .orElse(List.of());
        List<Map<String, Object>> points = new ArrayList<>();
        for (var pulse : List.copyOf(pulses.values())) {
            var answered = List.copyOf(pulse.sheets()).stream()
                    .filter(sheet -> now.contains(sheet.group()))
                    .toList();
            if (!answered.isEmpty()) {
                int sum = answered.stream()
                        .mapToInt(sheet -> sheet.answers().getOrDefault(ITEMS.getFirst(), 0))
                        .sum();
                var item = Map.of("item", ITEMS.getFirst(), "n", answered.size(), "sum", sum);
                points.add(Map.of("pulse", pulse.id(), "items", List.of(item)));
            }
        }
        return Map.of(
                "team", team, "noisy", noise.incrementAndGet(), "trends", List.of(), "trend", Map.of("points", points));
    }

    /** A file of which nobody thought when figures were withheld. */
    private String table(String team) {
        var table = new StringBuilder("group,pulse,n,withheld\n");
        for (var pulse : List.copyOf(pulses.values())) {
            long n = List.copyOf(pulse.sheets()).stream()
                    .filter(sheet -> sheet.group().equals(team))
                    .count();
            table.append("%s,%s,%d,%s\n".formatted(team, pulse.id(), n, n < k ? "too-few-answers" : ""));
        }
        return table.toString();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}

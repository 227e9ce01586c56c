package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Unknown and repeated parameters, sorting, pages, parts and disguises: does any of them show more, or break it? */
final class Fuzzing implements Attack<Api> {
    private static final List<String> WISHES = List.of(
            "sort=asc",
            "sort=n",
            "order=desc",
            "page=0",
            "page=1&size=1",
            "size=1",
            "offset=1",
            "limit=1",
            "limit=-1",
            "limit=999999999999",
            "fields=n",
            "filter=gender:f",
            "gender=f",
            "age=30",
            "person=1",
            "respondent=1",
            "group=x",
            "groups=x",
            "team=x",
            "minimumGroup=1",
            "k=1",
            "n=1",
            "raw=true",
            "live=true",
            "debug=true",
            "detail=all",
            "exact=true",
            "disclosure=exact",
            "since=2020-01-01",
            "before=1",
            "from=0&to=1",
            "q=1",
            "construct=psychological-safety&construct=psychological-safety",
            "construct=",
            "construct=%00",
            "construct=x%27+or+1%3D1",
            "locale=nl&locale=nl",
            "locale=xx",
            "after=-1",
            "after=1&after=2",
            "after=x",
            "type=x",
            "asOf=2999-01-01",
            "asOf=x",
            "rule=none",
            "format=raw",
            "_method=DELETE",
            "callback=f",
            "Construct=psychological-safety",
            "construct[]=a",
            "%63onstruct=psychological-safety&k=1");
    private static final List<String> ENDINGS = List.of("/", ".json", ".csv", ";x=y", "/.", "/..", "%2f", "%00", "%20");
    private static final List<String> DISGUISES = List.of(
            "Range",
            "bytes=0-9",
            "Range",
            "bytes=-1",
            "Range",
            "items=0-1",
            "If-None-Match",
            "*",
            "If-Range",
            "\"x\"",
            "X-HTTP-Method-Override",
            "DELETE",
            "X-Forwarded-For",
            "127.0.0.1",
            "X-Original-URL",
            "/api/v1/clock",
            "X-Rewrite-URL",
            "/api/v1/clock",
            "Forwarded",
            "for=127.0.0.1",
            "Accept",
            "application/xml",
            "Accept",
            "*/*",
            "Prefer",
            "return=representation",
            "X-Debug",
            "1",
            "Accept-Charset",
            "utf-16");

    private final int share;
    private int turn;

    /** @param share one of how many odd questions is asked: 1 asks them all of every address */
    Fuzzing(int share) {
        this.share = share;
    }

    @Override
    public String key() {
        return "fuzzing";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        var team = scene.team("a", 9);
        var small = scene.team("b", 8);
        var pulse = scene.issue("p", "banded", List.of(team, small));
        scene.open();
        scene.answer(scene.tickets(pulse, team), 7);
        scene.answer(scene.tickets(pulse, small), 3);
        scene.close();
        var ids = Map.of("pulse", List.of(pulse), "team", List.of(team), "key", List.of("groeipuls@1"));
        for (var template : Routes.templates(api)) {
            if (!template.startsWith("/clock")) {
                var known = Routes.parameters(api, template);
                Routes.fill(template, ids).forEach(path -> fuzz(api, path, known, notes));
            }
        }
        notes.number("requests", notes.finding().tries());
        return notes.finding();
    }

    /** Whether it is this question's turn at this address. */
    private boolean turn() {
        return turn++ % share == 0;
    }

    private void fuzz(Api api, String path, Set<String> known, Notes notes) {
        for (var who : List.of("analyst", "hr")) {
            var plain = api.get(who, path);
            for (var wish : WISHES) {
                if (turn()) {
                    boolean allowed = wish.indexOf('&') < 0 && known.contains(wish.substring(0, wish.indexOf('=')));
                    compare(plain, api.get(who, path + "?" + wish), allowed, "?" + wish + " at " + form(path), notes);
                }
            }
            for (var ending : ENDINGS.stream().filter(any -> turn()).toList()) {
                // another address may be another view of its own; it may only not break
                compare(plain, api.get(who, path + ending), true, ending + " after " + form(path), notes);
            }
            for (int at = 0; at < DISGUISES.size(); at += 2) {
                if (!turn()) {
                    continue;
                }
                var name = DISGUISES.get(at);
                boolean other = name.equals("Accept");
                var answer = api.get(who, path, name, DISGUISES.get(at + 1));
                compare(plain, answer, other, name + " at " + form(path), notes);
                notes.expect(answer.status() != 206, "a part of a view can be asked for: " + form(path));
            }
        }
    }

    private static void compare(Answer plain, Answer other, boolean mayDiffer, String what, Notes notes) {
        notes.expect(other.status() < 500, "the server broke at " + what);
        notes.expect(
                mayDiffer || !other.ok() || plain.ok() && plain.bodyHex().equals(other.bodyHex()),
                "another view is shown with " + what);
    }

    /** The address without the ids of this run. */
    private static String form(String path) {
        List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
        if (parts.size() > 2) {
            parts.set(2, "...");
        }
        return String.join("/", parts);
    }
}

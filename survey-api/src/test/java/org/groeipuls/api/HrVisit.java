package org.groeipuls.api;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** HR at a browser. */
abstract class HrVisit extends PageVisit {
    static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    LocalDate today() {
        return LocalDate.ofInstant(server.now(), ZoneId.of("Europe/Amsterdam"));
    }

    /** What HR types for a pulse of one group. */
    Map<String, String> pulse(String code, String group) {
        var sheet = new TreeMap<String, String>();
        sheet.put("form", "groeipuls@1|F1");
        sheet.put("pulse", code);
        sheet.put("groups", group);
        sheet.put("opens", today().plusDays(3).toString());
        sheet.put("opensAt", "09:00");
        sheet.put("closes", today().plusDays(10).toString());
        sheet.put("closesAt", "17:00");
        sheet.put("ahead", "1");
        sheet.put("minimum", "5");
        sheet.put("disclosure", "banded");
        sheet.put("spread", "20");
        sheet.put("tickets", "link");
        sheet.put("layers", "1");
        sheet.put("retention", "365");
        sheet.put("reference", "besluit OR " + code);
        sheet.put("agreed", "2026-01-31");
        sheet.put("step", "look");
        return sheet;
    }

    String quiet(String path) throws Exception {
        return get(path + "?lang=nl").body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    static Map<String, String> hidden(String html) {
        var fields = new TreeMap<String, String>();
        HIDDEN.matcher(html).results().forEach(found -> fields.put(found.group(1), found.group(2)));
        return fields;
    }

    HttpResponse<String> upload(String token, String list) throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--seam\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                        + "\r\n--seam\r\nContent-Disposition: form-data; name=\"file\"; filename=\"mensen.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + list + "\r\n--seam--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return send(request("/hr/people?lang=nl")
                .header("Content-Type", "multipart/form-data; boundary=seam")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** How many events history holds. */
    long head() {
        return server.get("analyst", "/api/v1/history/summary")
                .json()
                .get("position")
                .asLong();
    }
}

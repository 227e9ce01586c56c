package org.groeipuls.system.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything that a page sends, as it leaves the browser: method, address, all headers and body. */
final class Traffic {
    private final List<Request> requests = new ArrayList<>();

    /** @param headers names in lower case; cookies and authorization among them */
    record Sent(String method, String url, Map<String, String> headers, String body) {
        /** All of it as one text, in which something can be looked for. */
        String whole() {
            return method + " " + url + "\n" + headers + "\n\n" + body;
        }

        @Override
        public String toString() {
            return method + " " + url;
        }
    }

    static Traffic of(Page page) {
        var traffic = new Traffic();
        page.onRequest(traffic.requests::add);
        return traffic;
    }

    List<Sent> to(String method, String pathEnd) {
        return all().stream()
                .filter(sent -> sent.method().equals(method) && sent.url().endsWith(pathEnd))
                .toList();
    }

    List<Sent> all() {
        return requests.stream()
                .map(request -> new Sent(
                        request.method(),
                        request.url(),
                        request.allHeaders(),
                        Objects.requireNonNullElse(request.postData(), "")))
                .toList();
    }
}

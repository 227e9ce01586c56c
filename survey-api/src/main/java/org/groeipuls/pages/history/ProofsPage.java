package org.groeipuls.pages.history;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.tree.HeadDesk;
import org.groeipuls.api.tree.HeadDesk.ConsistencyProof;
import org.groeipuls.api.tree.HeadDesk.InclusionProof;
import org.groeipuls.api.tree.HeadDesk.PublishedKey;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.tree.SignedHead;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was signed of history, and proofs of it: for analysts and the works council. */
@Controller
class ProofsPage {
    private static final String PATH = "/history/proofs";
    private static final String MAY = "hasAnyRole('ANALYST', 'WORKS_COUNCIL')";
    private static final int HEADS = 100;
    private static final int ALL_HEADS = 10_000;

    private final HeadDesk desk;
    private final Pages pages;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    ProofsPage(HeadDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** A head for a page. */
    public record Told(long size, String day, String root) {}

    static boolean mayRead(Authentication who) {
        return Role.ANALYST.heldBy(who) || Role.WORKS_COUNCIL.heldBy(who);
    }

    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(value = "position", defaultValue = "") String position,
            @RequestParam(value = "size", defaultValue = "") String size,
            @RequestParam(value = "from", defaultValue = "") String from,
            @RequestParam(value = "to", defaultValue = "") String to,
            @RequestParam(value = "said", defaultValue = "") String said,
            @Nullable Authentication who,
            HttpServletRequest request) {
        if (who == null || !mayRead(who)) {
            return pages.notYours(request);
        }
        var content = new HashMap<String, Object>();
        content.put("done", said.equals("signed"));
        var asked = new Asked(number(position), number(size), number(from), number(to));
        String wrong = "";
        try {
            if (!size.isBlank()) {
                content.put("inclusion", inclusion(asked.position(), asked.size()));
            } else if (!from.isBlank() && !to.isBlank()) {
                content.put("consistency", desk.consistent(asked.from(), asked.to()));
            }
        } catch (Refusal | NumberFormatException none) {
            wrong = from.isBlank() ? "history.proofs.wrong.position" : "history.proofs.wrong.heads";
        }
        var status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return page(status, wrong, asked, content, who, request);
    }

    /** What was asked for as far as it could be understood; 0 or less for what was not. */
    private record Asked(long position, long size, long from, long to) {
        static final Asked NOTHING = new Asked(0, 0, 0, 0);

        void into(Map<String, Object> content) {
            var keep = new StringBuilder();
            Map.of("position", position, "size", size, "from", from, "to", to).forEach((name, number) -> {
                var understood = number > 0 ? String.valueOf(number) : "";
                content.put(name, understood);
                keep.append(HistoryPage.kept(name, understood));
            });
            content.put("keep", keep.toString());
        }
    }

    private static long number(String typed) {
        try {
            return Long.parseLong(typed.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private InclusionProof inclusion(long position, long size) {
        return desk.included(desk.leafAt(position).orElseThrow(NumberFormatException::new), size);
    }

    @PostMapping(PATH + "/heads")
    ResponseEntity<String> sign(@Nullable Authentication who, HttpServletRequest request) {
        if (who == null || !mayRead(who)) {
            return pages.notYours(request);
        }
        var next = PATH + "?said=signed&lang=" + Language.of(request).tag();
        return pages.done(request, next, desk::sign, code -> {
            var content = new HashMap<String, Object>(Map.of("done", false));
            return page(HttpStatus.CONFLICT, "history.proofs.wrong." + code, Asked.NOTHING, content, who, request);
        });
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            String wrong,
            Asked asked,
            HashMap<String, Object> content,
            Authentication who,
            HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var heads = desk.heads(HEADS);
        asked.into(content);
        content.put("events", heads.size());
        content.put("fault", heads.fault() == null ? "" : heads.fault());
        content.put(
                "heads",
                heads.heads().stream()
                        .map(head -> new Told(head.size(), words.date(head.day()), head.root()))
                        .toList());
        content.put("key", desk.key().key());
        content.put("analyst", Role.ANALYST.heldBy(who));
        content.put("wrong", wrong.isEmpty() ? "" : words.text(wrong));
        content.put("inclusionJson", written(content.get("inclusion")));
        content.put("consistencyJson", written(content.get("consistency")));
        Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        return pages.page(status, "history-proofs", PATH, words, content);
    }

    private String written(@Nullable Object proof) {
        return proof instanceof InclusionProof || proof instanceof ConsistencyProof
                ? json.writeValueAsString(proof)
                : "";
    }

    @PreAuthorize(MAY)
    @GetMapping(value = PATH + "/heads.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<SignedHead>> heads() {
        return ReplayPage.file("heads.json").body(desk.heads(ALL_HEADS).heads());
    }

    @PreAuthorize(MAY)
    @GetMapping(value = PATH + "/key.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PublishedKey> key() {
        return ReplayPage.file("history-key.json").body(desk.key());
    }
}

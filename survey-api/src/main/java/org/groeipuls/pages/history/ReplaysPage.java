package org.groeipuls.pages.history;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import org.groeipuls.api.analyst.ReplayDesk;
import org.groeipuls.api.replay.Replays;
import org.groeipuls.api.security.Role;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The replays that are kept, and the form of a new one. */
@Controller
final class ReplaysPage {
    static final String PATH = "/replays";

    private final ReplayDesk desk;
    private final Replays replays;
    private final InForce inForce;
    private final Pages pages;

    ReplaysPage(ReplayDesk desk, Replays replays, InForce inForce, Pages pages) {
        this.desk = desk;
        this.replays = replays;
        this.inForce = inForce;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(value = "said", required = false) @Nullable String said,
            @Nullable Authentication who,
            HttpServletRequest request) {
        if (who == null || !Role.ANALYST.heldBy(who)) {
            return pages.notYours(request);
        }
        var words = pages.words(Language.of(request));
        var sheet = ReplaySheet.fresh(inForce.rule(), inForce.constants(), words);
        return page(HttpStatus.OK, request, sheet, Refused.NOTHING, "removed".equals(said));
    }

    @PostMapping(PATH)
    ResponseEntity<String> begin(
            @RequestParam MultiValueMap<String, String> typed,
            @Nullable Authentication who,
            HttpServletRequest request) {
        if (who == null || !Role.ANALYST.heldBy(who)) {
            return pages.notYours(request);
        }
        var words = pages.words(Language.of(request));
        var sheet = new ReplaySheet(typed);
        try {
            var job = desk.begin(sheet.request(inForce.rule(), inForce.constants()));
            return to(
                    PATH + "/" + job.id().value() + "?lang=" + words.language().tag());
        } catch (ReplaySheet.Wrong wrong) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, request, sheet, Refused.of(wrong, words), false);
        } catch (Refusal refusal) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, request, sheet, Refused.of(refusal, words), false);
        }
    }

    static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    private ResponseEntity<String> page(
            HttpStatus status, HttpServletRequest request, ReplaySheet sheet, Refused wrong, boolean removed) {
        var words = pages.words(Language.of(request));
        var rule = inForce.rule();
        var content = new HashMap<String, Object>();
        content.put(
                "replays",
                replays.all().stream().map(job -> ToldReplay.of(job, words)).toList());
        content.put("most", Replays.MOST);
        content.put("sheet", sheet);
        content.put("scales", inForce.scales(words));
        content.put("rule", rule.rule().value());
        content.put("calibration", inForce.calibration().version());
        content.put("calibrations", inForce.calibrationNames());
        content.put("instruments", inForce.instruments());
        content.put("yesterday", inForce.today().minusDays(1).toString());
        content.put("wrong", wrong);
        content.put("removed", removed);
        Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        return pages.page(status, "replays", PATH, words, content);
    }
}

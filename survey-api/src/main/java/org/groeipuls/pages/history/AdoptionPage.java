package org.groeipuls.pages.history;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import org.groeipuls.api.analyst.ReplayDesk;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.replay.Job;
import org.groeipuls.api.replay.ReplayId;
import org.groeipuls.api.security.Role;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Typed;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What it means that a rule is adopted, and the question whether it is to be. */
@Controller
final class AdoptionPage {
    private final ReplayDesk desk;
    private final InForce inForce;
    private final Pages pages;

    AdoptionPage(ReplayDesk desk, InForce inForce, Pages pages) {
        this.desk = desk;
        this.inForce = inForce;
        this.pages = pages;
    }

    @GetMapping("/replays/{id}/adoption")
    ResponseEntity<String> ask(
            @PathVariable("id") String id, @Nullable Authentication who, HttpServletRequest request) {
        var tomorrow = inForce.today().plusDays(1).toString();
        return page(id, HttpStatus.OK, tomorrow, Refused.NOTHING, who, request);
    }

    @PostMapping("/replays/{id}/adoption")
    ResponseEntity<String> adopt(
            @PathVariable("id") String id,
            @RequestParam(value = "validFrom", defaultValue = "") String validFrom,
            @RequestParam(value = "sure", defaultValue = "") String sure,
            @Nullable Authentication who,
            HttpServletRequest request) {
        if (who == null || !Role.ANALYST.heldBy(who)) {
            return pages.notYours(request);
        }
        var words = pages.words(Language.of(request));
        Refused wrong;
        try {
            if (sure.equals("yes")) {
                LocalDate from = Typed.day(validFrom);
                desk.adopt(new ReplayId(id), from);
                return ReplaysPage.to("/replays/" + id + "?said=adopted&lang="
                        + words.language().tag());
            }
            wrong = Refused.of("not-confirmed", "sure", words);
        } catch (NotFound | IdNotAllowed nothingThere) {
            return pages.notYours(request);
        } catch (Typed.Unreadable unreadable) {
            wrong = Refused.of(unreadable.code(), "validFrom", words);
        } catch (Refusal refusal) {
            wrong = Refused.of(refusal, words);
        }
        return page(id, HttpStatus.UNPROCESSABLE_CONTENT, validFrom, wrong, who, request);
    }

    private ResponseEntity<String> page(
            String id,
            HttpStatus status,
            String validFrom,
            Refused wrong,
            @Nullable Authentication who,
            HttpServletRequest request) {
        if (who == null || !Role.ANALYST.heldBy(who)) {
            return pages.notYours(request);
        }
        Job job;
        try {
            job = desk.find(new ReplayId(id));
        } catch (NotFound | IdNotAllowed nothingThere) {
            return pages.notYours(request);
        }
        var words = pages.words(Language.of(request));
        var content = new HashMap<String, Object>();
        content.put("replay", ToldReplay.of(job, words));
        content.put("adoptable", ReplayPage.adoptable(job));
        content.put("measures", job.terms().rule() != null && job.terms().rule().measuresOtherwise());
        content.put("tomorrow", inForce.today().plusDays(1).toString());
        content.put("validFrom", validFrom);
        content.put("wrong", wrong);
        Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        return pages.page(status, "replay-adoption", "/replays/" + job.id().value() + "/adoption", words, content);
    }
}

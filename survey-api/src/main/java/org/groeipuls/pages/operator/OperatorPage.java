package org.groeipuls.pages.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.groeipuls.api.operator.OperatorDesk;
import org.groeipuls.api.operator.OperatorDesk.Component;
import org.groeipuls.api.operator.OperatorDesk.Reader;
import org.groeipuls.api.operator.OperatorDesk.Work;
import org.groeipuls.api.rebuild.Rebuilds;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.webhook.WebhookDesk;
import org.groeipuls.api.webhook.WebhookDesk.Dead;
import org.groeipuls.api.webhook.WebhookId;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Typed;
import org.groeipuls.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How it is with the server, and what can be done about it. Nothing of ballots. */
@Controller
final class OperatorPage {
    private static final String PATH = "/operator";

    /** What the page can say after something was done. */
    private static final Set<String> SAID = Set.of("rebuild", "retry", "clock");

    private final OperatorDesk desk;
    private final Rebuilds rebuilds;
    private final WebhookDesk webhooks;
    private final Pages pages;

    OperatorPage(OperatorDesk desk, Rebuilds rebuilds, WebhookDesk webhooks, Pages pages) {
        this.desk = desk;
        this.rebuilds = rebuilds;
        this.webhooks = webhooks;
        this.pages = pages;
    }

    /** @param well whether there is nothing to look at */
    record Line(String name, String said, boolean well) {}

    /** A message that was given up. */
    record Letter(String webhook, String id, String said) {}

    /** A webhook and what could not be delivered. */
    record Hook(String name, String said, List<Letter> dead) {}

    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(value = "said", defaultValue = "") String said,
            @Nullable Authentication who,
            HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        return barred(who)
                ? pages.notYours(request)
                : page(HttpStatus.OK, request, SAID.contains(said) ? words.text("operator.said." + said) : "", "", "");
    }

    @PostMapping(PATH + "/rebuilds")
    ResponseEntity<String> rebuild(@Nullable Authentication who, HttpServletRequest request) {
        return barred(who) ? pages.notYours(request) : done(request, "rebuild", "", rebuilds::begin);
    }

    @PostMapping(PATH + "/webhooks/{id}/deliveries/{delivery}/retry")
    ResponseEntity<String> retry(
            @PathVariable("id") String id,
            @PathVariable("delivery") String delivery,
            @Nullable Authentication who,
            HttpServletRequest request) {
        return barred(who)
                ? pages.notYours(request)
                : done(request, "retry", "", () -> webhooks.retry(new WebhookId(id), delivery));
    }

    @PostMapping(PATH + "/clock")
    ResponseEntity<String> clock(
            @RequestParam(value = "instant", defaultValue = "") String instant,
            @Nullable Authentication who,
            HttpServletRequest request) {
        var zone = pages.words(Language.of(request)).zone();
        return barred(who)
                ? pages.notYours(request)
                : done(request, "clock", instant, () -> desk.setClock(moment(instant, zone)));
    }

    private static Instant moment(String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Typed.Unreadable("moment-unreadable");
        }
    }

    private static boolean barred(@Nullable Authentication who) {
        return who == null || !Role.OPERATOR.heldBy(who);
    }

    private ResponseEntity<String> done(HttpServletRequest request, String said, String typed, Runnable doing) {
        var words = pages.words(Language.of(request));
        return pages.done(
                request,
                PATH + "?lang=" + words.language().tag() + "&said=" + said,
                doing,
                code -> page(HttpStatus.UNPROCESSABLE_CONTENT, request, "", wrong(code, words), typed));
    }

    /** What the clock sets off can be refused for any reason. */
    private static String wrong(String code, Words words) {
        var key = "operator.wrong." + code;
        return Words.bundle(words.language()).containsKey(key)
                ? words.text(key)
                : words.text("operator.wrong.other", code);
    }

    private ResponseEntity<String> page(
            HttpStatus status, HttpServletRequest request, String said, String wrong, String typed) {
        var words = pages.words(Language.of(request));
        var now = desk.read();
        var content = new HashMap<String, Object>();
        content.put("said", said);
        content.put("wrong", wrong);
        content.put("well", now.status().equals("UP"));
        content.put(
                "components",
                now.components().stream().map(one -> component(one, words)).toList());
        content.put("head", words.text("operator.history", now.head()));
        content.put(
                "readers", now.readers().stream().map(one -> reader(one, words)).toList());
        var signed = now.signed();
        content.put(
                "signed",
                signed == null
                        ? words.text("operator.signed.none")
                        : words.text("operator.signed", words.date(signed.day()), signed.size()));
        content.put("root", signed == null ? "" : signed.root());
        var letters = now.letters();
        content.put(
                "letters",
                words.text("operator.mail." + letters.mail())
                        + " "
                        + words.text("operator.letters", letters.waiting(), letters.refused(), letters.failed()));
        content.put(
                "hooks", now.webhooks().stream().map(one -> hook(one, words)).toList());
        content.put("jobs", now.jobs().stream().map(one -> job(one, words)).toList());
        content.put(
                "folders",
                now.folders().stream()
                        .map(one -> new Line(
                                words.text("operator.folder." + one.use()),
                                words.text(
                                        "operator.folder.state." + one.state().word()),
                                one.state().word().equals("enough-room")))
                        .toList());
        var clock = desk.clock().orElse(null);
        content.put("clock", clock == null ? "" : words.moment(clock));
        content.put(
                "clockField",
                typed.isEmpty() && clock != null
                        ? DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT)
                                .format(clock.atZone(words.zone()))
                        : typed);
        Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        return pages.page(status, "operator", PATH, words, content);
    }

    private static Line component(Component one, Words words) {
        boolean up = one.status().equals("UP");
        return new Line(one.name(), words.text(up ? "operator.up" : "operator.down", one.status()), up);
    }

    private static Line reader(Reader one, Words words) {
        var fault = one.fault();
        var lag = one.lagSeconds();
        var said = one.behind() == 0
                ? words.text("operator.reader.there", one.position())
                : words.text("operator.reader.behind", one.position(), one.behind(), lag == null ? 0 : lag);
        return new Line(
                words.text("operator.reader." + one.name()),
                fault == null ? said : said + " " + words.text("operator.reader.fault", fault),
                fault == null);
    }

    private static Hook hook(WebhookDesk.Summary one, Words words) {
        return new Hook(
                one.id().value(),
                words.text(
                        one.wanted() ? "operator.webhook" : "operator.webhook.gone",
                        one.host(),
                        one.waiting(),
                        one.dead().size()),
                one.dead().stream()
                        .map(dead -> new Letter(one.id().value(), dead.id(), letter(dead, words)))
                        .toList());
    }

    private static String letter(Dead dead, Words words) {
        var status = dead.status();
        var failure = dead.failure();
        return words.text(
                "operator.dead",
                dead.type(),
                dead.attempts(),
                status == null ? (failure == null ? "?" : failure) : status.toString());
    }

    private static Line job(Work one, Words words) {
        long percent = one.total() == 0 ? 0 : Math.min(100, 100 * one.done() / one.total());
        var differed = one.differed();
        var said = words.text("operator.job.state." + one.state(), percent)
                + (differed == null ? "" : " " + words.text("operator.job.differed", differed));
        return new Line(
                words.text("operator.job." + one.kind(), words.date(one.startedOn())),
                said,
                !one.state().equals("failed"));
    }
}

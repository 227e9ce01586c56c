package org.groeipuls.pages.history;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import org.groeipuls.api.analyst.Comparison;
import org.groeipuls.api.analyst.ComparisonSheet;
import org.groeipuls.api.analyst.JobEvents;
import org.groeipuls.api.analyst.ReplayDesk;
import org.groeipuls.api.analyst.ReplayReader;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.replay.Job;
import org.groeipuls.api.replay.ReplayId;
import org.groeipuls.api.replay.Replays;
import org.groeipuls.api.security.Role;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One replay: how far it is, and then what it says beside what is shown. */
@Controller
class ReplayPage {
    /** So many groups are compared on one page; the files hold all. */
    static final int GROUPS = 25;

    private final ReplayDesk desk;
    private final ReplayReader reader;
    private final Replays replays;
    private final JobEvents progress;
    private final InForce inForce;
    private final LineNames names;
    private final Pages pages;

    ReplayPage(
            ReplayDesk desk,
            ReplayReader reader,
            Replays replays,
            JobEvents progress,
            InForce inForce,
            LineNames names,
            Pages pages) {
        this.desk = desk;
        this.reader = reader;
        this.replays = replays;
        this.progress = progress;
        this.inForce = inForce;
        this.names = names;
        this.pages = pages;
    }

    @GetMapping("/replays/{id}")
    ResponseEntity<String> show(
            @PathVariable("id") String id,
            @RequestParam(value = "line", defaultValue = "") String line,
            @RequestParam(value = "after", defaultValue = "") String after,
            @RequestParam(value = "said", defaultValue = "") String said,
            @Nullable Authentication who,
            HttpServletRequest request) {
        if (who == null || !Role.ANALYST.heldBy(who)) {
            return pages.notYours(request);
        }
        try {
            return page(desk.find(new ReplayId(id)), line, after, said, request);
        } catch (NotFound | IdNotAllowed nothingThere) {
            return pages.notYours(request);
        }
    }

    private ResponseEntity<String> page(Job job, String line, String after, String said, HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var content = new HashMap<String, Object>();
        content.put("replay", ToldReplay.of(job, words));
        content.put(
                "said", said.equals("cancelled") || said.equals("adopted") ? words.text("replays.said." + said) : "");
        content.put("adopted", adopted(job, words));
        content.put("adoptable", adoptable(job));
        if (job.state() == Job.State.DONE) {
            var from = reader.group(job, after);
            var compared = reader.compare(job, from, GROUPS);
            var lines = ComparedLine.of(
                    compared.lines(), group -> names.group(group, words), key -> names.construct(key, words), words);
            content.put("comparison", Comparison.of(job.id(), compared));
            content.put("lines", lines);
            content.put("after", from);
            content.put("next", compared.next() == null ? "" : compared.next().value());
            chosen(line, lines).ifPresent(one -> content.put("beside", beside(job, one, words)));
            // a line that was asked for and is not there has ended in "not yours" by now
            content.put("keep", HistoryPage.kept("after", from) + HistoryPage.kept("line", line));
        }
        Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        return pages.page(HttpStatus.OK, "replay", "/replays/" + job.id().value(), words, content);
    }

    /** The line that was asked for, else the one that differs most. */
    private static java.util.Optional<String> chosen(String asked, List<ComparedLine> lines) {
        return asked.isEmpty()
                ? lines.stream().max(ComparedLine.BY_DIFFERENCE).map(ComparedLine::id)
                : java.util.Optional.of(asked);
    }

    private BothLines beside(Job job, String line, Words words) {
        int slash = line.indexOf('/');
        if (slash < 0) {
            throw new NotFound();
        }
        var group = new GroupId(line.substring(0, slash));
        var construct = line.substring(slash + 1);
        var both = reader.beside(job, group, construct);
        return BothLines.of(both, names.group(group, words), names.construct(construct, words), words);
    }

    static boolean adoptable(Job job) {
        var terms = job.terms();
        return job.state() == Job.State.DONE
                && terms.mapping() == null
                && (terms.rule() != null || terms.constants() != null);
    }

    /** From when on the rule holds that it tried; empty where it was not adopted. */
    private String adopted(Job job, Words words) {
        var rule = job.terms().rule();
        return rule == null
                ? ""
                : inForce.adopted(rule.rule())
                        .map(held -> words.text("replays.adopted", rule.rule().value(), words.date(held.validFrom())))
                        .orElse("");
    }

    @PostMapping("/replays/{id}/cancel")
    ResponseEntity<String> cancel(
            @PathVariable("id") String id, @Nullable Authentication who, HttpServletRequest request) {
        return done(id, who, request, "/replays/" + id + "?said=cancelled&lang=", replays::cancel);
    }

    @PostMapping("/replays/{id}/removal")
    ResponseEntity<String> remove(
            @PathVariable("id") String id, @Nullable Authentication who, HttpServletRequest request) {
        return done(id, who, request, ReplaysPage.PATH + "?said=removed&lang=", replays::delete);
    }

    private ResponseEntity<String> done(
            String id,
            @Nullable Authentication who,
            HttpServletRequest request,
            String next,
            java.util.function.Consumer<ReplayId> doing) {
        if (who == null || !Role.ANALYST.heldBy(who)) {
            return pages.notYours(request);
        }
        var tag = Language.of(request).tag();
        return pages.done(
                request,
                next + tag,
                () -> doing.accept(desk.find(new ReplayId(id)).id()),
                code -> pages.notYours(request));
    }

    @PreAuthorize("hasRole('ANALYST')")
    @GetMapping(value = "/replays/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(@PathVariable("id") ReplayId id) {
        return progress.of(id);
    }

    @PreAuthorize("hasRole('ANALYST')")
    @GetMapping(value = "/replays/{id}/comparison.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Comparison> json(@PathVariable("id") ReplayId id) {
        var job = desk.find(id);
        return file("comparison-" + id.value() + ".json")
                .body(Comparison.of(job.id(), reader.compare(job, "", Integer.MAX_VALUE)));
    }

    @PreAuthorize("hasRole('ANALYST')")
    @GetMapping(value = "/replays/{id}/comparison.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> csv(@PathVariable("id") ReplayId id, HttpServletRequest request) {
        var lines = reader.compare(desk.find(id), "", Integer.MAX_VALUE).lines();
        return file("comparison-" + id.value() + ".csv")
                .body(new ComparisonSheet(lines).csv(Language.of(request) == Language.NL));
    }

    /** A file to keep, which no browser keeps by itself. */
    static ResponseEntity.BodyBuilder file(String name) {
        return ResponseEntity.ok()
                .cacheControl(org.springframework.http.CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}

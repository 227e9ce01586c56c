package org.groeipuls.pages.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import org.groeipuls.api.security.Role;
import org.groeipuls.earlier.KnownReference;
import org.groeipuls.earlier.ReferenceTable;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.reference.EarlierResults.Year;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Earlier results of other suppliers, each drawn by itself and away from everything that was measured here. */
@Controller
public final class ReferencesPage {
    private static final String PATH = "/references";

    private final ReferenceTable references;
    private final Pages pages;

    public ReferencesPage(ReferenceTable references, Pages pages) {
        this.references = references;
        this.pages = pages;
    }

    /** @param n empty where it is not known */
    record Row(int year, String percent, String n) {}

    /** One chart with the table beside it. */
    record Sheet(String id, String statement, String source, String chart, List<Row> rows) {}

    @GetMapping(PATH)
    ResponseEntity<String> show(@Nullable Authentication who, HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        if (who == null || !mayRead(who)) {
            return pages.notice(HttpStatus.FORBIDDEN, "not-yours", PATH, words);
        }
        var known = references.all();
        var content = new HashMap<String, Object>();
        content.put(
                "sheets",
                java.util.stream.IntStream.range(0, known.size())
                        .mapToObj(at -> sheet(known.get(at), "reference-" + at, words))
                        .toList());
        return pages.page(HttpStatus.OK, "references", PATH, words, content);
    }

    /** HR and analysts, who may import them too. */
    public static boolean mayRead(Authentication who) {
        return Role.HR.heldBy(who) || Role.ANALYST.heldBy(who);
    }

    private static Sheet sheet(KnownReference known, String id, Words words) {
        var results = known.results();
        var statement = results.statement().in(words.language().tag());
        return new Sheet(
                id,
                statement,
                results.source(),
                ReferenceChart.svg(results.series(), words, id, statement),
                results.series().stream().map(year -> row(year, words)).toList());
    }

    private static Row row(Year year, Words words) {
        var n = year.n();
        return new Row(year.year(), percent(year, words), n == null ? "" : n.toString());
    }

    static String percent(Year year, Words words) {
        return words.text("references.percent", words.count(year.percentPositive()));
    }
}

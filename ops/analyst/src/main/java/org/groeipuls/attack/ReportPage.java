package org.groeipuls.attack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The report as one page that needs nothing else: Dutch first, then English. */
public final class ReportPage {
    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;\
            background:#fff}h1,h2,h3{line-height:1.2}section.attack{border-top:1px solid #999;padding:.5rem 0}\
            table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem \
            .25rem 0;border-bottom:1px solid #ddd}.verdict{font-size:1.25rem;border:2px solid;padding:.75rem}\
            .succeeded,.broken{color:#9b0000;font-weight:bold}ul{margin:0;padding-left:1.2rem}
            """;

    private final Report report;
    private final StringBuilder page = new StringBuilder();

    private ReportPage(Report report) {
        this.report = report;
    }

    /** The whole page. */
    public static String of(Report report) {
        var page = new ReportPage(report);
        page.page
                .append("<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>Groeipuls</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<p><a href=\"#en\" lang=\"en\">English below</a></p>\n");
        for (var language : List.of("nl", "en")) {
            page.part(language);
        }
        return page.page.append("</body></html>\n").toString();
    }

    private void part(String language) {
        var texts = new Texts(language);
        page.append("<main lang=\"%s\" id=\"%s\">\n".formatted(language, language));
        tag("h1", texts.of("report.title"));
        var verdict = report.verdict().name().toLowerCase(Locale.ROOT);
        page.append("<p class=\"verdict %s\">%s</p>\n".formatted(verdict, escaped(texts.of("verdict." + verdict))));
        if (!report.notRun().isEmpty()) {
            tag("p", texts.notRun(report.notRun()));
        }
        tag("p", texts.of("report.intro"));
        tag("p", texts.of("report.date") + ": " + report.on() + ". " + targets(texts));
        if (!report.controls().isEmpty()) {
            tag("p", texts.of("report.controls"));
        }
        report.keys().forEach(key -> attack(key, texts));
        tag("p", texts.of("report.limits"));
        page.append("</main>\n");
    }

    private String targets(Texts texts) {
        var text = new StringBuilder();
        for (var run : report.runs()) {
            text.append(texts.of(run.demonstration() ? "report.demonstration" : "report.inUse"))
                    .append(" (")
                    .append(texts.where(run.store()))
                    .append(')')
                    .append(", ")
                    .append(texts.of("report.version"))
                    .append(' ')
                    .append(run.version())
                    .append(". ");
        }
        return text.toString().strip();
    }

    private void attack(String key, Texts texts) {
        page.append("<section class=\"attack\">\n");
        tag("h2", texts.of(key + ".name"));
        tag("p", texts.of("report.promise") + ": " + texts.of(key + ".promise"));
        tag("p", texts.of("report.how") + ": " + texts.of(key + ".how"));
        page.append("<table><thead><tr>");
        for (var head : List.of("store", "outcome", "tries", "numbers", "seconds")) {
            tag("th", texts.of("column." + head));
        }
        page.append("</tr></thead><tbody>\n");
        for (var run : report.runs()) {
            run.results().stream()
                    .filter(result -> result.key().equals(key))
                    .forEach(result -> row(run, result, texts));
        }
        page.append("</tbody></table>\n");
        if (report.controls().containsKey(key)) {
            boolean broken = Boolean.TRUE.equals(report.controls().get(key));
            tag("p", texts.of(broken ? "report.controlBroken" : "report.controlHeld"));
        }
        page.append("</section>\n");
    }

    private void row(Report.Run run, Result result, Texts texts) {
        var finding = result.finding();
        var outcome = finding.outcome().word();
        page.append("<tr>");
        tag("td", texts.where(run.store()));
        page.append("<td class=\"%s\">%s".formatted(outcome, escaped(texts.of("outcome." + outcome))));
        if (finding.reason() != null) {
            page.append(" <span lang=\"en\">").append(escaped(finding.reason())).append("</span>");
        }
        if (!finding.evidence().isEmpty()) {
            page.append("<ul lang=\"en\">");
            finding.evidence().forEach(found -> tag("li", found));
            page.append("</ul>");
        }
        page.append("</td>");
        tag("td", Long.toString(finding.tries()));
        numbers(finding.numbers(), texts);
        tag("td", Long.toString(result.seconds()));
        page.append("</tr>\n");
    }

    private void numbers(Map<String, Double> numbers, Texts texts) {
        page.append("<td><ul>");
        new TreeMap<>(numbers).forEach((key, value) -> tag("li", texts.of("number." + key) + ": " + plain(value)));
        page.append("</ul></td>");
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private void tag(String name, String text) {
        page.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

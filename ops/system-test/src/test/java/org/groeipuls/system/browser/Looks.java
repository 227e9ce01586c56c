package org.groeipuls.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;

/** What can be judged of a page without eyes. */
final class Looks {
    private Looks() {}

    /** What axe objects to. */
    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    /** By how many pixels the page is wider than its window. */
    static int overflow(Page page) {
        return ((Number) Objects.requireNonNull(
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")))
                .intValue();
    }
}

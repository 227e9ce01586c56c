package org.groeipuls.system.browser.matrix;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/** In which window, scheme and language a page is looked at. */
record Look(int width, int height, boolean dark, String language) {
    private static final int PHONE = 360;

    static final List<String> LANGUAGES = List.of("nl", "en");

    /** Every size in both schemes and both languages. */
    static final List<Look> ALL = all();

    private static List<Look> all() {
        List<Look> all = new ArrayList<>();
        for (var language : LANGUAGES) {
            for (boolean dark : new boolean[] {false, true}) {
                all.add(new Look(PHONE, 740, dark, language));
                all.add(new Look(768, 1024, dark, language));
                all.add(new Look(1280, 900, dark, language));
            }
        }
        return List.copyOf(all);
    }

    static List<Look> in(String language) {
        return ALL.stream().filter(look -> look.language().equals(language)).toList();
    }

    /** Whether the page is also made as narrow as WCAG 1.4.10 wants, and as a window of 1280 at 200 %. */
    boolean reflows() {
        return width == PHONE;
    }

    /** Phones have two pixels for one, as a window at 200 % has. */
    int pixels() {
        return reflows() ? 2 : 1;
    }

    Browser.NewContextOptions kind() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setDeviceScaleFactor(pixels())
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    @Override
    public String toString() {
        return width + (dark ? "-dark-" : "-light-") + language;
    }
}

package org.groeipuls.system.browser.matrix;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/**
 * A page that stays as it is while its window, its pixels and its scheme change. Pages are made on the server for every
 * window at once, so this is what somebody would have got who came with that window; {@link StageTest} keeps it so.
 */
final class Stage {
    /** Waits for what the browser passes on to the page a moment later. */
    private static final String SHOWN = """
        async ([width, height, pixels, dark]) => {
          for (let frame = 0; frame < 300; frame++) {
            if (innerWidth === width && innerHeight === height && devicePixelRatio === pixels
                && matchMedia('(prefers-color-scheme: dark)').matches === dark) {
              return;
            }
            await new Promise(requestAnimationFrame);
          }
          throw new Error(`${innerWidth} x ${innerHeight} at ${devicePixelRatio} instead of ${width} x ${height} at ${pixels}`);
        }\
        """;

    private final Page page;
    private final CDPSession session;

    Stage(Page page) {
        this.page = page;
        session = page.context().newCDPSession(page);
    }

    Page page() {
        return page;
    }

    void show(Look look) {
        show(look, look.width(), look.height(), look.pixels());
    }

    /** In the scheme of a look, and another window. */
    void show(Look look, int width, int height, int pixels) {
        page.setViewportSize(width, height);
        // Playwright has no way to change the pixels of a window that is there
        var metrics = new JsonObject();
        metrics.addProperty("width", width);
        metrics.addProperty("height", height);
        metrics.addProperty("deviceScaleFactor", pixels);
        metrics.addProperty("mobile", false);
        session.send("Emulation.setDeviceMetricsOverride", metrics);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        page.evaluate(SHOWN, List.of(width, height, pixels, look.dark()));
    }
}

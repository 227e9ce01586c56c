package org.groeipuls.system.browser.matrix;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where pictures of pages are kept; nowhere without a folder. */
record Pictures(@Nullable Path folder) {
    static final Pictures NONE = new Pictures(null);

    void take(String scene, Look look, Page page) {
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    // hiding it would put a style into the page, which is looked at afterwards
                    .setCaret(ScreenshotCaret.INITIAL)
                    .setPath(folder.resolve(scene + "-" + look + ".png")));
        }
    }
}

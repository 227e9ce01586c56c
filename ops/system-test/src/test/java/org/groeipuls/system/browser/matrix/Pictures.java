package org.groeipuls.system.browser.matrix;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where pictures of pages are kept. */
record Pictures(@Nullable Path folder) {
    static final Pictures NONE = new Pictures(null);

    void take(String scene, Look look, Page page) {
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(folder.resolve(scene + "-" + look + ".png")));
        }
    }
}

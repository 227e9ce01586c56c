package org.groeipuls.system.browser.matrix;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ScreenshotScale;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where pictures of pages are kept; nowhere without a folder. */
record Pictures(@Nullable Path folder) {
    private static final int QUALITY = 60;

    static final Pictures NONE = new Pictures(null);

    void take(String scene, Look look, Stage stage) {
        if (folder != null) {
            stage.show(look);
            stage.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            // hiding it would put a style into the page, which is looked at afterwards
                            .setCaret(ScreenshotCaret.INITIAL)
                            // half of the time of a whole matrix went into packing pixels
                            .setType(ScreenshotType.JPEG)
                            .setQuality(QUALITY)
                            .setScale(ScreenshotScale.CSS)
                            .setPath(folder.resolve(scene + "-" + look + ".jpg")));
        }
    }
}

package org.groeipuls.system.browser.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.groeipuls.system.browser.Chromium;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pictures in the README and docs: made by tests, small, and shown somewhere. */
class PicturesTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path FOLDER = ROOT.resolve("docs").resolve("screenshots");
    private static final int LONGEST = 120 * 1024;

    /** Where the depth and the kind of colour stand in a PNG, and what they are with a palette of 8 bits. */
    private static final int DEPTH_AT = 24;

    private static final List<Byte> INDEXED = List.of((byte) 8, (byte) 3);

    /**
     * A picture of a scene.
     *
     * @param at what has to stand in sight; empty for the top of the page
     */
    record Shown(String file, String scene, Look look, String at) {}

    private static final List<Shown> SHOWN = List.of(
            new Shown("dashboard.png", "dashboard-gaps", new Look(1280, 900, false, "en"), "main section:has(figure)"),
            new Shown("answer.png", "answer-link", new Look(360, 740, false, "nl"), "form[data-sheet]"),
            new Shown("inbox.png", "inbox-fetched", new Look(768, 900, false, "nl"), ""),
            new Shown("pulse.png", "hr-pulse-told", new Look(1280, 900, false, "nl"), ""),
            new Shown("organisation.png", "organisation-direction", new Look(1280, 900, false, "nl"), ""),
            new Shown("replay.png", "replay", new Look(1280, 900, false, "en"), ""),
            new Shown("council.png", "council-pulse", new Look(1280, 900, true, "nl"), ""));

    @Test
    void every_picture_is_there_small_and_shown() throws IOException {
        var told = Files.readString(ROOT.resolve("README.md")) + Files.readString(ROOT.resolve("docs/pages.md"));
        for (var shown : SHOWN) {
            byte[] png = Files.readAllBytes(FOLDER.resolve(shown.file()));
            assertThat(png).as(shown.file()).hasSizeLessThanOrEqualTo(LONGEST);
            assertThat(List.of(png[DEPTH_AT], png[DEPTH_AT + 1]))
                    .as(shown.file())
                    .isEqualTo(INDEXED);
            assertThat(told).contains("screenshots/" + shown.file() + ")");
        }
        assertThat(Objects.requireNonNull(FOLDER.toFile().list())).hasSize(SHOWN.size());
    }

    @Test
    void a_palette_keeps_what_is_used_most_and_comes_near_the_rest() {
        var full = new BufferedImage(100, 6, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 100; x++) {
            for (int y = 0; y < 6; y++) {
                full.setRGB(x, y, y < 3 ? 0x1f5f7a : x * 0x020202 + y);
            }
        }
        var small = Palette.of(full);
        assertThat(small.getType()).isEqualTo(BufferedImage.TYPE_BYTE_INDEXED);
        assertThat(small.getRGB(50, 1) & 0xffffff).isEqualTo(0x1f5f7a);
        assertThat((small.getRGB(50, 5) & 0xff) - (full.getRGB(50, 5) & 0xff)).isBetween(-8, 8);
    }

    @Tag("ci")
    @ExtendWith(Worlds.class)
    @EnabledIfSystemProperty(named = "screenshots.update", matches = "true")
    @Nested
    class Updated {
        @Test
        void the_documents_show_the_pages_of_today(World world) throws IOException {
            var folder = Files.createDirectories(FOLDER);
            try (var chromium = Chromium.start()) {
                for (var shown : SHOWN) {
                    write(
                            picture(world, chromium, shown),
                            folder.resolve(shown.file()).toFile());
                }
            }
        }
    }

    private static byte[] picture(World world, Chromium chromium, Shown shown) {
        var scene = Scenes.named(shown.scene());
        try (var browser = world.browser(chromium, scene.who(), shown.look().kind())) {
            var page = browser.newPage();
            page.navigate(world.address(scene.path(), shown.look().language()));
            scene.then().accept(page);
            if (!shown.at().isEmpty()) {
                page.evaluate("at => document.querySelector(at).scrollIntoView()", shown.at());
            }
            return page.screenshot(new Page.ScreenshotOptions());
        }
    }

    private static void write(byte[] png, File file) throws IOException {
        ImageIO.write(Palette.of(ImageIO.read(new ByteArrayInputStream(png))), "png", file);
    }
}

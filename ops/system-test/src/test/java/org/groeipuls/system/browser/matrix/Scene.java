package org.groeipuls.system.browser.matrix;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/**
 * A page as somebody comes to see it.
 *
 * @param name of its picture; no two are the same
 * @param who signs in; empty for somebody without a name, a name of {@link World#HELD} for somebody with a ticket
 * @param path without a language; behind a # {@link World#UNUSED}, or anything else for a code that may be used again
 * @param status with which the page is answered
 * @param alone whether it leaves something behind in the browser that other scenes must not find
 * @param before what is done to the browser first, such as taking something away
 * @param then what is done on the page until it is what the name says
 */
record Scene(
        String name, String who, String path, int status, boolean alone, Consumer<Page> before, Consumer<Page> then) {
    private static void nothing(Page page) {
        // most pages are what they are as soon as they are there
    }

    /** A page that is there. */
    static Scene at(String name, String who, String path) {
        return new Scene(name, who, path, 200, path.contains("#"), Scene::nothing, Scene::nothing);
    }

    /** What pages of one template share: the address without which team, which pulse, and who asks. */
    String kind() {
        return path.replaceFirst("[?#].*", "")
                .replaceFirst("^/(teams|dashboard|texts|replays)/[^/]+", "/$1/*")
                .replaceFirst("/(pulses|instruments|mirror)/(?!new$)[^/]+", "/$1/*");
    }

    /** A page that is refused. */
    Scene refused(int with) {
        return new Scene(name, who, path, with, alone, before, then);
    }

    Scene first(Consumer<Page> doing) {
        return new Scene(name, who, path, status, true, doing, then);
    }

    Scene then(Consumer<Page> doing) {
        return new Scene(name, who, path, status, true, before, then.andThen(doing));
    }
}

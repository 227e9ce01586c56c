package org.groeipuls.system.browser.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.groeipuls.system.browser.Chromium;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * One world for all tests that ask for it, since months take longer to happen than a page to look at: a few months every
 * day, two years for tests with the tag {@code ci}.
 */
final class Worlds implements ParameterResolver {
    private static final int EVERY_DAY = 4;
    private static final int TWO_YEARS = 26;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public World resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Chromium.assumeInstalled();
        int pulses = test.getTags().contains("ci") ? TWO_YEARS : EVERY_DAY;
        return test.getRoot()
                .getStore(Namespace.create(World.class))
                .computeIfAbsent(pulses, Kept::new, Kept.class)
                .world;
    }

    /** Closed after the last test. */
    private static final class Kept implements AutoCloseable {
        private final Path folder;
        private final World world;

        Kept(int pulses) {
            try {
                folder = Files.createTempDirectory("groeipuls-pages");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            world = new World(folder, pulses);
        }

        @Override
        public void close() throws IOException {
            world.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}

package org.groeipuls.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What pages load, under an address that is made of all of it. A module imports others by their place beside it, so all
 * that one page runs is of one version, also where a browser kept some of it from before an update; and nothing has to be
 * asked for twice. Under the address of another version there is nothing.
 */
public final class StaticFiles implements WebMvcConfigurer {
    private static final String PLACE = "classpath:/static/";
    private static final int LETTERS = 12;

    /** Under which path the files are, without a slash at the end. */
    public static final String ADDRESS = "/static/" + print(all());

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ADDRESS + "/**")
                .addResourceLocations(PLACE)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
    }

    private static List<Resource> all() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(PLACE + "**/*.*");
            if (files.length == 0) {
                throw new IllegalStateException("The files of pages are missing");
            }
            return List.of(files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Another one as soon as one of the files has another name or another byte. */
    static String print(List<? extends Resource> files) {
        var digest = sha256();
        files.stream()
                .sorted(Comparator.comparing(StaticFiles::name))
                .forEach(file -> Stream.of(name(file).getBytes(UTF_8), content(file))
                        .forEach(part -> digest.update(sha256().digest(part))));
        return HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS);
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

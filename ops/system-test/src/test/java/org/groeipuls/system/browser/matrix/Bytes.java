package org.groeipuls.system.browser.matrix;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** What a page loads, in bytes after gzip -9. */
final class Bytes {
    private final List<Response> responses = new ArrayList<>();
    private final List<Loaded> loaded = new ArrayList<>();

    /** @param packed whether it came packed */
    private record Loaded(String address, byte[] plain, boolean packed) {}

    static Bytes of(Page page) {
        var bytes = new Bytes();
        page.onResponse(bytes.responses::add);
        return bytes;
    }

    /** To be called while the page is there. */
    void measure() {
        for (var response : responses) {
            loaded.add(new Loaded(
                    response.url().replaceFirst("[?#].*", ""),
                    response.body(),
                    "gzip".equals(response.headers().get("content-encoding"))));
        }
    }

    int total() {
        return perAddress().values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<String, Integer> perAddress() {
        var sizes = new TreeMap<String, Integer>();
        loaded.forEach(each -> sizes.merge(each.address(), zipped(each.plain()), Integer::sum));
        return sizes;
    }

    /** What is at least so long and came as it is; of the API an answer with a strong tag does, which promises its bytes. */
    List<String> unpacked(int least) {
        return loaded.stream()
                .filter(each -> each.plain().length >= least
                        && !each.packed()
                        && !each.address().contains("/api/"))
                .map(Loaded::address)
                .toList();
    }

    private static int zipped(byte[] plain) {
        var into = new ByteArrayOutputStream();
        try (var zip = new Best(into)) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return into.size();
    }

    private static final class Best extends GZIPOutputStream {
        Best(OutputStream into) throws IOException {
            super(into);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}

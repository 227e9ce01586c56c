package org.groeipuls.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is larger than anything its address can use, before any of it is parsed. */
public final class BodyLimits extends OncePerRequestFilter {
    private static final int KILOBYTE = 1024;
    static final int BALLOT = 16 * KILOBYTE;
    static final int INSTRUMENT = 1024 * KILOBYTE;
    /** A word list, or some thousands of labelled texts. */
    static final int LEXICON = 4096 * KILOBYTE;

    static final int PEOPLE = 4096 * KILOBYTE;
    /** What a form has around a file. */
    static final int FORM = 16 * KILOBYTE;

    /** The ballots of a whole organisation, as its works council gives them back. */
    static final int SHARES = 64 * 1024 * KILOBYTE;

    static final int OTHER = 256 * KILOBYTE;

    private static final String PEOPLE_PAGE = "/hr/people";

    /** So much of a file that is too large is read and dropped: a browser listens only when it has sent all of it. */
    private static final int DROPPED = 64 * 1024 * KILOBYTE;

    private final Problems problems;

    public BodyLimits(Problems problems) {
        this.problems = problems;
    }

    private static int most(String path) {
        if (path.startsWith("/api/v1/ballots") || path.endsWith("/tickets")) {
            return BALLOT;
        }
        if (path.equals("/api/v1/people/imports")) {
            return PEOPLE;
        }
        if (path.equals(PEOPLE_PAGE)) {
            return PEOPLE + FORM;
        }
        if (path.startsWith("/api/v1/lexicons/")) {
            return LEXICON;
        }
        if (path.endsWith("/shares")) {
            return SHARES;
        }
        return path.startsWith("/api/v1/instruments/") ? INSTRUMENT : OTHER;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        int most = most(request.getServletPath());
        long announced = request.getContentLengthLong();
        if (announced > most) {
            refuse(request, response);
        } else if (announced >= 0) {
            rest.doFilter(request, response);
        } else {
            byte[] body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                refuse(request, response);
            } else {
                rest.doFilter(new Read(request, body), response);
            }
        }
    }

    /** A form's file is refused on its page, which says what to do; everything else as a problem. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getServletPath().equals(PEOPLE_PAGE)) {
            problems.write(response, HttpStatus.CONTENT_TOO_LARGE, "content-too-large");
            return;
        }
        drop(request.getInputStream());
        var language = "lang=en".equals(request.getQueryString()) ? "en" : "nl";
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, PEOPLE_PAGE + "?refused=too-large&lang=" + language);
    }

    private static void drop(InputStream body) throws IOException {
        var piece = new byte[16 * KILOBYTE];
        long dropped = 0;
        for (int read = 0; read >= 0 && dropped <= DROPPED; dropped += read) {
            read = body.read(piece);
        }
    }

    /** A request of unannounced length, whose body has been read. */
    private static final class Read extends HttpServletRequestWrapper {
        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Bodies are read at once here");
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }
    }
}

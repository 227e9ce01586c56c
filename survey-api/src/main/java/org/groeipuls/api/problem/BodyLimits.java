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
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
        if (path.equals("/hr/people")) {
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
            problems.write(response, HttpStatus.CONTENT_TOO_LARGE, "content-too-large");
        } else if (announced >= 0) {
            rest.doFilter(request, response);
        } else {
            byte[] body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                problems.write(response, HttpStatus.CONTENT_TOO_LARGE, "content-too-large");
            } else {
                rest.doFilter(new Read(request, body), response);
            }
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

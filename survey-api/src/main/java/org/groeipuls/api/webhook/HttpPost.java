package org.groeipuls.api.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import javax.net.ssl.SSLException;

/** Over HTTP: to allowed hosts only, without redirects or proxy, and without reading what comes back. */
final class HttpPost implements Post, AutoCloseable {
    private final AllowedHosts hosts;
    private final Duration patience;
    private final HttpClient client;

    HttpPost(AllowedHosts hosts, Duration patience) {
        this.hosts = hosts;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(patience)
                .build();
    }

    @Override
    public Answer send(URI url, Map<String, String> headers, String body) {
        try {
            if (!hosts.reach(url)) {
                return Answer.none("not-allowed");
            }
            var request = HttpRequest.newBuilder(url).timeout(patience).POST(BodyPublishers.ofString(body));
            headers.forEach(request::header);
            var response = client.send(request.build(), info -> new Unread());
            int status = response.statusCode();
            var retryAfter = response.headers().firstValue("retry-after").orElse("");
            return new Answer(
                    status,
                    status >= 200 && status < 300 ? null : "refused",
                    retryAfter.matches("\\d{1,9}") ? Long.parseLong(retryAfter) : 0);
        } catch (HttpTimeoutException slow) {
            return Answer.none("timeout");
        } catch (SSLException untrusted) {
            return Answer.none("not-trusted");
        } catch (ConnectException closed) {
            return Answer.none("unreachable");
        } catch (IOException broken) {
            return Answer.none("broken-off");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Answer.none("interrupted");
        }
    }

    /** Stops at once: an answer's body is nobody's business, and could have no end. */
    private static final class Unread implements BodySubscriber<Void> {
        private final CompletableFuture<Void> nothing = new CompletableFuture<>();

        @Override
        public CompletionStage<Void> getBody() {
            return nothing;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.cancel();
            nothing.complete(null);
        }

        @Override
        public void onNext(List<ByteBuffer> unread) {}

        @Override
        public void onError(Throwable broken) {
            nothing.complete(null);
        }

        @Override
        public void onComplete() {
            nothing.complete(null);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

package org.groeipuls.api.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where this server may send anything: the hosts that whoever configures it named, and no other. Empty, which is the
 * default, nothing leaves the machine.
 */
public final class AllowedHosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts;

    /** @param hosts names or addresses without a port, such as {@code intranet.example.org} */
    public AllowedHosts(Collection<String> hosts) {
        this.hosts = hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean none() {
        return hosts.isEmpty();
    }

    /** Whether the address is https to a listed host, or http to a listed one on this machine; nothing is looked up. */
    boolean take(URI url) {
        var host = host(url);
        boolean safe = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && LOOPBACK.contains(host));
        return safe && hosts.contains(host) && url.getRawUserInfo() == null && url.getRawFragment() == null;
    }

    /**
     * Looks a host up before something is sent there. Private networks are fine, for the host was named on purpose; this
     * machine is, if it was named as such; addresses of the link, where clouds keep their credentials, never are. The
     * look-up is remembered by the platform for longer than it takes to connect, and a receiver of https has to show a
     * certificate of that name, so a name that changes in between gets nothing.
     *
     * @throws UnknownHostException when there is no such host
     */
    boolean reach(URI url) throws UnknownHostException {
        boolean here = LOOPBACK.contains(host(url));
        Predicate<InetAddress> fine = address -> here
                ? address.isLoopbackAddress()
                : !address.isLoopbackAddress()
                        && !address.isLinkLocalAddress()
                        && !address.isAnyLocalAddress()
                        && !address.isMulticastAddress();
        return take(url) && Arrays.stream(InetAddress.getAllByName(host(url))).allMatch(fine);
    }

    private static String host(URI url) {
        var host = url.getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }
}

package dev.clientportal.connectors.door;

import dev.clientportal.connectors.settings.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many calls come with wrong credentials in a minute: for the client that they name, since its secret may be guessed from
 * many addresses, and from one address, which may try many clients. Tokens name none that could be believed.
 */
public final class FailedCalls {
    private static final int IPV6_NETWORK_BYTES = 8;

    private final MinuteCounts counts;
    private final int mostOfClient;
    private final int mostOfAddress;

    public FailedCalls(MinuteCounts counts, Settings settings) {
        this.counts = counts;
        this.mostOfClient = settings.get(Settings.FAILURES_PER_CLIENT);
        this.mostOfAddress = settings.get(Settings.FAILURES_PER_ADDRESS);
    }

    /**
     * @param clientOrNull as the caller says
     * @param address of the connection, in digits
     * @throws ProblemException when too many failed
     */
    void requireFew(String realm, String clientOrNull, String address) {
        limits(realm, clientOrNull, address).forEach((key, most) -> {
            if (counts.of(key) >= most) {
                throw ProblemException.later(
                        Problem.TOO_MANY, "Too many calls came with wrong credentials.", counts.left());
            }
        });
    }

    void count(String realm, String clientOrNull, String address) {
        limits(realm, clientOrNull, address).keySet().forEach(counts::add);
    }

    /** By what is counted. Anything can be the name of a client that is tried. */
    private Map<String, Integer> limits(String realm, String clientOrNull, String address) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        limits.put("failed from " + network(address), mostOfAddress);
        if (clientOrNull != null) limits.put("failed as " + Sha256.of(realm + "/" + clientOrNull), mostOfClient);
        return limits;
    }

    /** Whoever has an IPv6 address has all of its network. */
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of()
                    .formatHex(Arrays.copyOf(bytes, bytes.length == 4 ? bytes.length : IPV6_NETWORK_BYTES));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

package dev.clientportal.portal.firm;

import dev.clientportal.portal.PortalSettings;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the portal's domain off the host of the request, or, at the application's own addresses, off {@code /f/<domain>} at
 * the beginning of the path. Resources see neither: their paths begin after it. {@link FirmFilter} asks whose it is.
 */
@Provider
@PreMatching
public class PlaceFilter implements ContainerRequestFilter {
    private static final Pattern BY_PATH = Pattern.compile("/f/([^/]+)(/.*)?");
    private static final Pattern OF_THE_APPLICATION = Pattern.compile("/(\\.well-known|back-channel-logout)(/.*)?");

    private final Place place;
    private final PortalSettings settings;

    PlaceFilter(Place place, PortalSettings settings) {
        this.place = place;
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        URI asked = request.getUriInfo().getRequestUri();
        String path = asked.getRawPath();
        // The port is not always what was asked for: proxies have words of their own about it.
        if (!isOwn(asked.getHost())) {
            if (asked.getHost() == null) throw new NotFoundException();
            place.arrived(asked.getHost(), "https://" + asked.getHost(), "/");
            return;
        }
        if (OF_THE_APPLICATION.matcher(path).matches()) return;
        Matcher byPath = BY_PATH.matcher(path);
        if (!byPath.matches()) throw new NotFoundException();
        String prefix = "/f/" + byPath.group(1);
        place.arrived(
                URLDecoder.decode(byPath.group(1), StandardCharsets.UTF_8), settings.url() + prefix, prefix + "/");
        String rest = byPath.group(2) == null ? "/" : byPath.group(2);
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        request.setRequestUri(URI.create(settings.url() + rest + query));
    }

    private boolean isOwn(String host) {
        return Stream.of(Optional.of(settings.url()), settings.internalUrl())
                .flatMap(Optional::stream)
                .anyMatch(url -> URI.create(url).getHost().equalsIgnoreCase(host));
    }
}

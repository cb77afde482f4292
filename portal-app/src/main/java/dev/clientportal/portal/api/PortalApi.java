package dev.clientportal.portal.api;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** What the OpenAPI file says of the whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Client Portal: machine REST of the portal app",
                        version = "1",
                        description =
                                "Below the address of a firm's portal. Callers have an access token of the firm's realm,"
                                        + " and see the companies that Keycloak lets them see."),
        servers =
                @Server(
                        url = "https://portal.example.com",
                        description = "The firm's portal, or /f/<domain> at the application's own address."),
        security = @SecurityRequirement(name = "accessToken"))
@SecurityScheme(
        securitySchemeName = "accessToken",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "Of a service account with the roles view-projects or manage-projects of the portal's client.")
public class PortalApi extends Application {}

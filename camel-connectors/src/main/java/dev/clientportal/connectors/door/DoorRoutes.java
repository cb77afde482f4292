package dev.clientportal.connectors.door;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.RouteDefinition;

/**
 * Routes that are called over HTTP: each names its method and path, lets somebody in, and answers. No body is read before the
 * caller is let in; until then the body of the message is the request of Vert.x.
 */
public abstract class DoorRoutes extends EndpointRouteBuilder {
    /** Before each path. */
    protected static final String BASE = "/v1/{realm}";

    private final Door door;
    private final Answers answers;

    protected DoorRoutes(Door door, Answers answers) {
        this.door = door;
        this.answers = answers;
    }

    protected RouteDefinition get(String path, String id, Role... anyOf) {
        return called("GET", path, id, anyOf);
    }

    /** Without a body, or with one that the route reads itself. */
    protected RouteDefinition post(String path, String id, Role... anyOf) {
        return called("POST", path, id, anyOf);
    }

    /** With a JSON body. */
    protected RouteDefinition postJson(String path, String id, Role... anyOf) {
        return post(path, id, anyOf).bean(door, "requireJson").process(door::readBody);
    }

    private RouteDefinition called(String method, String path, String id, Role... anyOf) {
        return from(platformHttp(BASE + path)
                        .httpMethodRestrict(method)
                        .advanced()
                        .useBodyHandler(false))
                .process(new UnreadBody())
                .routeId(id)
                .routeConfigurationId(DoorErrors.ID)
                .process(door.lets(anyOf));
    }

    /** The end of each: the body is an {@link Answer}. */
    protected void answer(RouteDefinition route) {
        route.bean(answers, "write");
    }
}

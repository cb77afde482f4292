package dev.clientportal.connectors.door;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.RouteDefinition;

/** Routes that are called over HTTP: each names its method and path, lets somebody in, and answers. */
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

    /** Without a body, or with one that is not looked at. */
    protected RouteDefinition post(String path, String id, Role... anyOf) {
        return called("POST", path, id, anyOf);
    }

    /** With a JSON body. */
    protected RouteDefinition postJson(String path, String id, Role... anyOf) {
        return post(path, id, anyOf).bean(door, "requireJson");
    }

    /** With a body that is not read before the caller is let in: the body of the message is the request of Vert.x. */
    protected RouteDefinition postStream(String path, String id, Role... anyOf) {
        RouteDefinition route = from(platformHttp(BASE + path)
                        .httpMethodRestrict("POST")
                        .advanced()
                        .useBodyHandler(false))
                .process(new UnreadBody());
        return let(route, id, anyOf);
    }

    private RouteDefinition called(String method, String path, String id, Role... anyOf) {
        return let(from(platformHttp(BASE + path).httpMethodRestrict(method)), id, anyOf);
    }

    private RouteDefinition let(RouteDefinition route, String id, Role... anyOf) {
        return route.routeId(id).routeConfigurationId(DoorErrors.ID).process(door.lets(anyOf));
    }

    /** The end of each: the body is an {@link Answer}. */
    protected void answer(RouteDefinition route) {
        route.bean(answers, "write");
    }
}

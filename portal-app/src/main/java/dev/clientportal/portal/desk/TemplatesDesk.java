package dev.clientportal.portal.desk;

import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.staff.ForStaff;
import dev.clientportal.portal.task.TaskKind;
import dev.clientportal.portal.template.Template;
import dev.clientportal.portal.template.Templates;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The firm's templates, for staff to make and change. */
@Path("/staff/templates")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class TemplatesDesk {
    private static final int PAGE = 30;

    private final Desk desk;
    private final Templates templates;
    private final Pages pages;

    TemplatesDesk(Desk desk, Templates templates, Pages pages) {
        this.desk = desk;
        this.templates = templates;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Views {
        private Views() {}

        /** @param next for the address of the next page, or null on the last */
        static native TemplateInstance templates(List<Template.Row> templates, boolean first, String next);

        /** @param id null for one to be made */
        static native TemplateInstance template(String id, TemplateForm form);

        static native TemplateInstance deleteTemplate(Template template);
    }

    /** What a template's form sends; there is one of each for every row, but for what is ticked. */
    public static class Sent {
        @FormParam("do")
        String action;

        @FormParam("version")
        int version;

        @FormParam("name")
        String name;

        @FormParam("description")
        String description;

        @FormParam("sample")
        boolean sample;

        @FormParam("kind")
        List<String> kinds;

        @FormParam("title")
        List<String> titles;

        @FormParam("text")
        List<String> texts;

        @FormParam("days")
        List<String> days;

        /** The numbers of the rows that are ticked. */
        @FormParam("remind")
        Set<String> reminded;

        TemplateForm form() {
            int rows = titles == null ? 0 : titles.size();
            if (rows > 0 && (kinds.size() != rows || texts.size() != rows || days.size() != rows)) {
                throw new BadRequestException();
            }
            List<TemplateForm.Row> typed = IntStream.range(0, rows)
                    .mapToObj(i -> new TemplateForm.Row(
                            kind(kinds.get(i)),
                            Typed.text(titles.get(i)),
                            Typed.text(texts.get(i)),
                            Typed.text(days.get(i)),
                            reminded != null && reminded.contains(String.valueOf(i))))
                    .toList();
            return new TemplateForm(version, Typed.text(name), Typed.text(description), sample, typed, Map.of());
        }

        private static TaskKind kind(String name) {
            return Stream.of(TaskKind.values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElseThrow(BadRequestException::new);
        }

        /** The form again, with a row more or less; empty when it is to be kept as it is. */
        Optional<TemplateForm> redrawn() {
            if ("add".equals(action)) return Optional.of(form().longer());
            if (action != null && action.matches("remove-\\d{1,3}")) {
                return Optional.of(form().without(Integer.parseInt(action.substring("remove-".length()))));
            }
            return Optional.empty();
        }
    }

    @GET
    public Response list(@QueryParam("after") String after) {
        Listing<Template.Row> found = templates.list(desk.firm(), after, PAGE);
        String next = found.next() == null ? null : URLEncoder.encode(found.next(), StandardCharsets.UTF_8);
        return pages.response(
                Response.Status.OK, Views.templates(found.items(), after == null || after.isEmpty(), next));
    }

    @GET
    @Path("new")
    public Response form() {
        return form(Response.Status.OK, null, TemplateForm.fresh());
    }

    private Response form(Response.Status status, String id, TemplateForm form) {
        return pages.response(status, Views.template(id, form));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@BeanParam Sent sent) {
        Optional<TemplateForm> redrawn = sent.redrawn();
        if (redrawn.isPresent()) return form(Response.Status.OK, null, redrawn.get());
        TemplateForm form = sent.form().checked();
        if (!form.errors().isEmpty()) return form(Response.Status.BAD_REQUEST, null, form);
        return answer(templates.create(desk.firm(), form.content(), desk.actor()), null, form);
    }

    @GET
    @Path("{template}")
    public Response edit(@PathParam("template") String id) {
        return form(Response.Status.OK, id, TemplateForm.of(find(id)));
    }

    private Template find(String id) {
        return templates
                .find(desk.firm(), id)
                .filter(found -> found.id().equals(id))
                .orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("{template}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("template") String id, @BeanParam Sent sent) {
        find(id);
        Optional<TemplateForm> redrawn = sent.redrawn();
        if (redrawn.isPresent()) return form(Response.Status.OK, id, redrawn.get());
        TemplateForm form = sent.form().checked();
        if (!form.errors().isEmpty()) return form(Response.Status.BAD_REQUEST, id, form);
        return answer(templates.change(desk.firm(), id, form.version(), form.content(), desk.actor()), id, form);
    }

    private Response answer(Templates.Result result, String id, TemplateForm form) {
        return switch (result.outcome()) {
            case DONE -> pages.to(desk.staffAddress() + "/templates");
            case NOT_FOUND -> throw new NotFoundException();
            case CHANGED -> form(Response.Status.CONFLICT, id, form.with("form", "changed"));
            case NAME_TAKEN -> form(Response.Status.CONFLICT, id, form.with("name", "nameTaken"));
        };
    }

    @GET
    @Path("{template}/delete")
    public Response askToDelete(@PathParam("template") String id) {
        return pages.response(Response.Status.OK, Views.deleteTemplate(find(id)));
    }

    @POST
    @Path("{template}/delete")
    public Response delete(@PathParam("template") String id) {
        if (!templates.delete(desk.firm(), id, desk.actor())) throw new NotFoundException();
        return pages.to(desk.staffAddress() + "/templates");
    }
}

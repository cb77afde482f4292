package dev.clientportal.e2e.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Multipart;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.SampleFiles;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jsoup.Jsoup;

/**
 * What a contact and their firm have between them, one thing of each kind that an address can name: a task with a file of
 * the contact's, a signed one, a project, a conversation, and a template. Nobody else has been let see any of it.
 */
public final class Belongings {
    /** In every text and every name of a file. */
    static final String SECRET = "Strictly between us";

    private static final String UUIDS = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

    private final PortalApi api = PortalApi.automation();
    private final Contact contact;
    private final String company;
    private final Http browser;
    private final String project;
    private final String task;
    private final String document;
    private final String toSign;
    private final String original;
    private final String signed;
    private final String thread;
    private final String template;

    /** Of a new contact of a new company. */
    public static Belongings inNewCompany() {
        String alias = "owner-" + UUID.randomUUID();
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + Portal.addCompany(alias) + "/activate"));
        return new Belongings(Portal.newContact(alias), alias);
    }

    /** Of a new contact of this company. */
    static Belongings in(String company) {
        return new Belongings(Portal.newContact(company), company);
    }

    private Belongings(Contact contact, String company) {
        this.contact = contact;
        this.company = company;
        browser = Visitor.inPortal(contact, company);
        project = newProject();
        List<JsonNode> tasks = Facts.list(
                Portal.ok(api.get("/projects/" + project + "/tasks")).json().path("items"));
        task = tasks.get(0).path("id").asText();
        document = uploaded();
        toSign = tasks.get(1).path("id").asText();
        original = given(api, toSign);
        signed = sign();
        thread = written();
        template =
                Portal.ok(api.post("/templates", template())).json().path("id").asText();
    }

    /** By the names that addresses have for them. */
    public Map<String, String> ids() {
        return Map.of(
                "companyId",
                contact.companyId(),
                "contact",
                contact.id(),
                "project",
                project,
                "task",
                task,
                "document",
                document,
                "thread",
                thread,
                "template",
                template);
    }

    /** As {@link #ids}, of the task that is signed and the file that this made. */
    public Map<String, String> idsOfSignature() {
        Map<String, String> ids = new LinkedHashMap<>(ids());
        ids.putAll(Map.of("task", toSign, "document", signed));
        return ids;
    }

    Contact contact() {
        return contact;
    }

    public String company() {
        return company;
    }

    /** Of the contact. */
    public Http browser() {
        return browser;
    }

    /** What all of it says now, to machines and to the contact. */
    List<String> now() {
        Stream<String> toMachines = Stream.of(
                        "/projects/" + project,
                        "/projects/" + project + "/tasks",
                        "/tasks/" + task,
                        "/tasks/" + toSign,
                        "/templates/" + template)
                .map(path -> Portal.ok(api.get(path)).body());
        Stream<String> toContact = Stream.of("/tasks/" + task, "/tasks/" + toSign, "/messages", "/documents")
                .map(page -> Jsoup.parse(page(page)).select("main").text());
        return Stream.concat(toMachines, toContact).toList();
    }

    /** Templates are the firm's: others would meet this one in their lists. */
    public void removeTemplate() {
        Portal.ok(api.delete("/templates/" + template));
    }

    static Map<String, Object> template() {
        return Map.of("name", SECRET + " " + UUID.randomUUID(), "tasks", List.of(Map.of("title", SECRET)));
    }

    private String newProject() {
        return Portal.ok(api.post(
                        "/projects",
                        Map.of(
                                "company",
                                contact.companyId(),
                                "name",
                                SECRET,
                                "contacts",
                                List.of(contact.id()),
                                "tasks",
                                List.of(Map.of("title", SECRET), Map.of("title", SECRET + " to sign", "kind", "SIGN")),
                                "notify",
                                false)))
                .json()
                .path("id")
                .asText();
    }

    private String uploaded() {
        HttpRequest.Builder form = form("/tasks/" + task + "/documents");
        sent(new Multipart().file(SECRET + ".pdf", SampleFiles.pdf(SECRET)).to(form));
        return found(page("/tasks/" + task), "/documents/" + UUIDS);
    }

    /** The id of a file that the firm gives at the task. */
    static String given(PortalApi api, String task) {
        HttpRequest.Builder request = api.request("/tasks/" + task + "/documents?name=secret.pdf")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(pdf()));
        return Portal.ok(api.send(request)).json().path("id").asText();
    }

    private String sign() {
        sent(form("/tasks/" + toSign + "/signature", "consent=true&name=Con+Tact&document=" + original));
        return found(page("/tasks/" + toSign), "/documents/(?!" + original + ")" + UUIDS);
    }

    private String written() {
        sent(form("/messages", "id=" + UUID.randomUUID() + "&text=" + SECRET.replace(' ', '+')));
        String inbox = PortalApi.portal() + "/staff/messages";
        Http desk = Visitor.atDesk(PortalApi.portal(), "mia");
        return found(desk.get(inbox).body(), "/staff/messages/" + UUIDS);
    }

    private void sent(HttpRequest.Builder request) {
        Answer answer = browser.send(request);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
    }

    private HttpRequest.Builder form(String page, String body) {
        return form(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder form(String page) {
        return HttpRequest.newBuilder(URI.create(address() + page))
                .header("Origin", Stack.local().portalUrl());
    }

    private String page(String page) {
        return Portal.ok(browser.get(address() + page)).body();
    }

    private String address() {
        return PortalApi.portal() + "/c/" + company;
    }

    /** The first one. */
    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern + " in\n" + page).isTrue();
        return matcher.group(1);
    }

    private static byte[] pdf() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

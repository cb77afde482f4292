package dev.clientportal.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.transfer.FirmEntry;
import dev.clientportal.keycloak.transfer.PortalFile;
import dev.clientportal.keycloak.transfer.TransferStore;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Streams a portal file, as evidence is streamed: some hundred entries are read at a time, each time in a transaction of
 * its own, and are forgotten once they are written.
 */
final class PortalExport implements StreamingOutput {
    private static final int BATCH = 500;

    /** A file that was cut off must not look whole: nothing is closed for us. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET, JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
            .build();

    private final StaffCall call;

    PortalExport(StaffCall call) {
        this.call = call;
    }

    Response response() {
        return Response.ok(this)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"client-portal.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        // All is asked that this request's own transaction was for; it would time out under a slow reader.
        call.session().getTransactionManager().commit();
        JsonGenerator json = MAPPER.createGenerator(out);
        json.writeStartObject();
        json.writeStringField("format", PortalFile.FORMAT);
        json.writeNumberField("version", PortalFile.VERSION);
        Optional<FirmEntry> firm = new OwnTransaction(call)
                .run(own -> FirmEntry.read(
                        own.getProvider(FirmStore.class), call.realm().getId()));
        if (firm.isPresent()) json.writeObjectField("firm", firm.get());
        list(json, "companies", TransferStore::companies);
        list(json, "contacts", TransferStore::contacts);
        json.writeEndObject();
        json.flush();
    }

    /** The entries that come after one. */
    private interface Next<T> {
        List<T> read(TransferStore store, String realmId, T after, int max);
    }

    private <T> void list(JsonGenerator json, String name, Next<T> next) throws IOException {
        json.writeArrayFieldStart(name);
        T last = null;
        do {
            List<T> batch = batch(next, last);
            for (T entry : batch) json.writeObject(entry);
            json.flush();
            last = batch.size() < BATCH ? null : batch.get(BATCH - 1);
        } while (last != null);
        json.writeEndArray();
    }

    private <T> List<T> batch(Next<T> next, T last) {
        return new OwnTransaction(call)
                .run(own -> next.read(
                        own.getProvider(TransferStore.class), call.realm().getId(), last, BATCH));
    }
}

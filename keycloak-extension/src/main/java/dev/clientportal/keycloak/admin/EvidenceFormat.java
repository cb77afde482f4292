package dev.clientportal.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The forms that evidence is handed out in. */
enum EvidenceFormat {
    /** One array: where it was cut off, it does not end, and whoever reads it notices. */
    JSON(MediaType.APPLICATION_JSON) {
        @Override
        Sheet sheet(OutputStream out) throws IOException {
            SequenceWriter rows = MAPPER.writer().writeValuesAsArray(out);
            return new Sheet() {
                @Override
                public void add(EvidenceRepresentation row) throws IOException {
                    rows.write(row);
                }

                @Override
                public void flush() throws IOException {
                    rows.flush();
                }

                @Override
                public void end() throws IOException {
                    rows.close();
                }
            };
        }
    },
    CSV(EvidenceFormat.CSV_TYPE + ";charset=UTF-8;header=present") {
        @Override
        Sheet sheet(OutputStream out) throws IOException {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            CsvWriter csv = new CsvWriter(text);
            csv.row(EvidenceRepresentation.COLUMNS);
            return new Sheet() {
                @Override
                public void add(EvidenceRepresentation row) throws IOException {
                    csv.row(row.cells());
                }

                @Override
                public void flush() throws IOException {
                    text.flush();
                }

                @Override
                public void end() throws IOException {
                    text.flush();
                }
            };
        }
    };

    static final String CSV_TYPE = "text/csv";

    /** What is written is closed by who opened it, and an array only by reaching its end. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET, JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
            .build();

    private final String type;

    EvidenceFormat(String type) {
        this.type = type;
    }

    /** Where rows are written to, one after the other. */
    interface Sheet {
        void add(EvidenceRepresentation row) throws IOException;

        void flush() throws IOException;

        /** Only after the last row: without it, the reader knows that there are rows missing. */
        void end() throws IOException;
    }

    abstract Sheet sheet(OutputStream out) throws IOException;

    /** With its parameters, for the answer. */
    String type() {
        return type;
    }

    /** How the name of its files ends. */
    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param accepted what the caller takes, the best first */
    static EvidenceFormat of(String parameter, List<MediaType> accepted) {
        EvidenceFormat named = Check.oneOf("format", parameter, EvidenceFormat.class);
        if (named != null) return named;
        for (MediaType each : accepted) {
            if (each.isCompatible(MediaType.APPLICATION_JSON_TYPE)) return JSON;
            if (each.isCompatible(MediaType.valueOf(CSV_TYPE))) return CSV;
        }
        return JSON;
    }
}

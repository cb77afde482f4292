package dev.clientportal.connectors.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Sends spans without what people wrote: addresses of contacts stand in the query of a call and in the words of an error,
 * and a client's name in that of a file, which Camel puts into its spans.
 */
final class WithoutWords implements SpanExporter {
    private static final Set<String> WORDS = Set.of("http.url", "url.query", "file.name");

    private final SpanExporter exporter;

    WithoutWords(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Plain::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class Plain extends DelegatingSpanData {
        private final Attributes attributes;

        Plain(SpanData span) {
            super(span);
            AttributesBuilder kept = Attributes.builder().putAll(span.getAttributes());
            kept.removeIf(key -> WORDS.contains(key.getKey()));
            this.attributes = kept.build();
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }
    }
}

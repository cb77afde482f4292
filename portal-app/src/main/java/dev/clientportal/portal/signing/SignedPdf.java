package dev.clientportal.portal.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/**
 * Makes the signed file: the original to its last byte, and behind it an increment that adds the evidence. So everybody
 * can cut the original out of it again, and no page of it looks any different.
 */
final class SignedPdf {
    static final int MOST_PAGES = 2000;

    private static final byte[] BEGINNING = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private SignedPdf() {}

    /** @throws UnfitPdfException when the original is none that can be signed */
    static void make(Path original, Evidence evidence, Instant now, Path signed) throws IOException, UnfitPdfException {
        try (PDDocument document = open(original);
                OutputStream out = Files.newOutputStream(signed)) {
            describe(document, evidence.documentTitle(), now);
            EvidencePage.append(document, evidence);
            document.saveIncremental(out);
        }
    }

    /** Tries it out, so that whoever attaches an unfit file hears of it, and not the one who is to sign. */
    static void check(Path original) throws IOException, UnfitPdfException {
        Evidence trial = new Evidence("en", "Trial", "Trial", List.of(), List.of());
        Path made = Files.createTempFile("signing", ".pdf");
        try {
            make(original, trial, Instant.EPOCH, made);
            int before;
            try (PDDocument document = open(original)) {
                before = document.getNumberOfPages();
            }
            try (PDDocument document = load(made)) {
                if (pages(document) != before + 1) throw new UnfitPdfException(UnfitPdfException.Reason.BROKEN, null);
            }
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnfitPdfException(UnfitPdfException.Reason.BROKEN, e);
        } finally {
            Files.delete(made);
        }
    }

    private static PDDocument open(Path file) throws IOException, UnfitPdfException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING)) {
                throw new UnfitPdfException(UnfitPdfException.Reason.NO_PDF, null);
            }
        }
        PDDocument document = load(file);
        try {
            fit(document);
            return document;
        } catch (UnfitPdfException | RuntimeException e) {
            document.close();
            throw e;
        }
    }

    /** What does not stay in the file is kept in another one, not in memory. */
    private static PDDocument load(Path file) throws UnfitPdfException {
        try {
            return Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new UnfitPdfException(UnfitPdfException.Reason.ENCRYPTED, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnfitPdfException(UnfitPdfException.Reason.BROKEN, e);
        }
    }

    private static void fit(PDDocument document) throws UnfitPdfException {
        if (document.isEncrypted()) throw new UnfitPdfException(UnfitPdfException.Reason.ENCRYPTED, null);
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null && form.hasXFA()) throw new UnfitPdfException(UnfitPdfException.Reason.DYNAMIC_FORM, null);
        if (document.getNumberOfPages() > MOST_PAGES) {
            throw new UnfitPdfException(UnfitPdfException.Reason.TOO_MANY_PAGES, null);
        }
        int pages = pages(document);
        if (pages == 0 || pages != document.getNumberOfPages()) {
            throw new UnfitPdfException(UnfitPdfException.Reason.BROKEN, null);
        }
    }

    /** Counted, since a file may say anything. */
    private static int pages(PDDocument document) {
        int pages = 0;
        Iterator<PDPage> all = document.getPages().iterator();
        while (pages <= MOST_PAGES && all.hasNext()) {
            all.next();
            pages++;
        }
        return pages;
    }

    private static void describe(PDDocument document, String title, Instant now) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setModificationDate(GregorianCalendar.from(now.atZone(ZoneOffset.UTC)));
    }
}

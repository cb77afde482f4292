package dev.clientportal.portal.signing;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Between which edges the text behind the first pages stands. */
final class Edges extends PDFTextStripper {
    private float left = Float.MAX_VALUE;
    private float right;

    Edges(PDDocument document, int pagesBefore) throws IOException {
        setStartPage(pagesBefore + 1);
        getText(document);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition position : positions) {
            left = Math.min(left, position.getXDirAdj());
            right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
        }
    }

    float left() {
        return left;
    }

    float right() {
        return right;
    }
}

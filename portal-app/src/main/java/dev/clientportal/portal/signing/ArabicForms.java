package dev.clientportal.portal.signing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins Arabic letters. A PDF shows the shapes that it is told to, and PDFBox knows none of Arabic; Unicode has a code
 * for each shape of each letter, which fonts know and which text search takes back to the letter.
 */
final class ArabicForms {
    private static final List<String> KINDS = List.of("ISOLATED", "FINAL", "INITIAL", "MEDIAL");
    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;

    private static final int LAM = 0x644;
    private static final int TATWEEL = 0x640;

    /** By a letter, or by lam and the alef that melts into it. */
    private static final Map<String, int[]> FORMS = new HashMap<>();

    static {
        collect(0xFB50, 0xFBFF);
        collect(0xFE80, 0xFEFC);
    }

    private ArabicForms() {}

    private static void collect(int from, int to) {
        for (int form = from; form <= to; form++) {
            String name = Character.getName(form);
            if (name == null || !name.endsWith(" FORM")) continue;
            String[] words = name.split(" ");
            int kind = KINDS.indexOf(words[words.length - 2]);
            String letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            boolean known = letters.length() == 1 || letters.length() == 2 && letters.charAt(0) == LAM;
            if (kind >= 0 && known) FORMS.computeIfAbsent(letters, none -> new int[KINDS.size()])[kind] = form;
        }
    }

    /** The text with each letter in the shape that its neighbours give it, still in the order of reading. */
    static String shaped(String text) {
        int[] letters = text.codePoints().toArray();
        StringBuilder shaped = new StringBuilder();
        for (int at = 0; at < letters.length; at++) {
            boolean joinsBefore = joins(neighbour(letters, at, -1), letters[at]);
            String pair = at + 1 < letters.length
                    ? Character.toString(letters[at]) + Character.toString(letters[at + 1])
                    : "";
            if (pair.length() == 2 && pair.charAt(0) == LAM && FORMS.containsKey(pair)) {
                shaped.appendCodePoint(FORMS.get(pair)[joinsBefore ? FINAL : ISOLATED]);
                at++;
                continue;
            }
            boolean joinsAfter = joins(letters[at], neighbour(letters, at, 1));
            shaped.appendCodePoint(form(letters[at], joinsBefore, joinsAfter));
        }
        return shaped.toString();
    }

    private static int form(int letter, boolean joinsBefore, boolean joinsAfter) {
        int[] forms = FORMS.get(Character.toString(letter));
        if (forms == null) return letter;
        int form = forms[joinsBefore ? (joinsAfter ? MEDIAL : FINAL) : (joinsAfter ? INITIAL : ISOLATED)];
        return form == 0 ? letter : form;
    }

    /** Marks above and below do not part letters. */
    private static int neighbour(int[] letters, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < letters.length && Character.getType(letters[at]) == Character.NON_SPACING_MARK)
            at += step;
        return at >= 0 && at < letters.length ? letters[at] : ' ';
    }

    private static boolean joins(int letter, int next) {
        return has(letter, INITIAL) && has(next, FINAL);
    }

    private static boolean has(int letter, int kind) {
        if (letter == TATWEEL) return true;
        int[] forms = FORMS.get(Character.toString(letter));
        return forms != null && forms[kind] != 0;
    }
}

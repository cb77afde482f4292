package dev.clientportal.portal.signing;

/**
 * The form that signs.
 *
 * @param document the one that was read
 * @param changed it is not the one that was read before
 * @param consentError the box is not ticked
 * @param nameError there is no name, or too much of one
 */
record SignatureForm(
        String document, String name, boolean consent, boolean changed, boolean consentError, boolean nameError) {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    static SignatureForm fresh(ToSign wanted) {
        return new SignatureForm(
                wanted.original() == null ? "" : wanted.original().id(), "", false, false, false, false);
    }

    /** As it was sent. NUL is taken out: PostgreSQL cannot keep it, and nobody types it. */
    static SignatureForm of(String document, String name, boolean consent) {
        String typed = name == null ? "" : name.replace("\u0000", "").strip();
        int characters = typed.codePointCount(0, typed.length());
        return new SignatureForm(
                document == null ? "" : document,
                typed,
                consent,
                false,
                !consent,
                characters < SHORTEST || typed.length() > LONGEST);
    }

    /** Another document is to be read before. */
    SignatureForm anew(ToSign wanted) {
        return new SignatureForm(
                wanted.original() == null ? "" : wanted.original().id(), name, false, true, false, false);
    }

    boolean isRight() {
        return !consentError && !nameError;
    }
}

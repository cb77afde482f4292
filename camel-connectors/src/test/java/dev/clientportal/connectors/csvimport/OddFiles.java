package dev.clientportal.connectors.csvimport;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files as nobody should send them, in the manner of the collections that test CSV readers; and good ones, damaged. */
final class OddFiles {
    private static final String H = "company_id,project_name,email,description\n";
    private static final List<String> KNOWN = List.of(
            "",
            "\n",
            "\r\n\r\n\r\n",
            "\uFEFF",
            ",",
            "\"",
            "\"\"",
            "a,b,c\n1,2,3\n",
            "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
            "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
            H,
            H + "1,Tax,a@x.ee,\n",
            H + "1,Tax,a@x.ee,\"\"\r\n2,Tax,b@x.ee,\"\n\"\r\n",
            H + "1,\"Tax, and \"\"more\"\"\",a@x.ee,x\n",
            H + "1,Tax,a@x.ee",
            H + "1,Tax\n2\n,,,\n3,Tax,c@x.ee,d,e,f\n",
            H + "1,\"Tax,a@x.ee,\n2,Tax,b@x.ee,\n",
            H + "1,Ta\"x,a@x.ee,\n",
            H + "1,\"Tax\" ,a@x.ee,\n",
            H + "1, \"Tax\",a@x.ee,\n",
            H + "1,Tax,a@x.ee,\\\"x\\\"\n",
            H + "1,Tax,a@x.ee,\0\n",
            H + "=1+1,@SUM(A1),-1@x.ee,+372\n",
            H + "# a comment\n1,Tax,a@x.ee,\n",
            H + "1,Tax,a@x.ee,\u2028\u0085\n",
            H + "1,\u202eTax,a@x.ee,\ud83d\ude00\n",
            H.replace("\n", "\r") + "1,Tax,a@x.ee,\r2,Tax,b@x.ee,\r",
            H.replace(',', '|') + "1|Tax|a@x.ee|\n",
            H.replace(",", " , ") + "1 , Tax , a@x.ee , x\n",
            "\"company_id\",\"project_name\",\"email\"\n\"1\",\"Tax\",\"a@x.ee\"\n",
            "company_id,company_id,project_name\n1,2,3\n",
            "sep=,\n" + H + "1,Tax,a@x.ee,\n",
            "sep=\n",
            "company_id,project_name," + ",".repeat(20_000) + "\n1,Tax\n",
            H + ",".repeat(300_000) + "\n",
            H + "1," + "x".repeat(200_000) + ",a@x.ee,\n",
            H + "1,Tax," + "a.".repeat(50_000) + "@" + "b.".repeat(50_000) + "ee,\n",
            H + "1,Tax,a@x.ee,\"" + "\"\"".repeat(200_000) + "\"\n",
            "<html><body>Sign in</body></html>",
            "PK\u0003\u0004\u0014\u0000\u0006\u0000xl/workbook.xml",
            "{\"company\":{\"externalId\":\"1\"}}",
            "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");

    private static final String[] CHARSETS = {
        "UTF-8", "UTF-8", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252", "windows-1257"
    };
    private static final String[] CELLS = {
        "1",
        "2",
        "Tax",
        "Õli & Co",
        "a@x.ee",
        "b@x.ee",
        "",
        "",
        "yes",
        "no",
        "2027-01-31",
        "upload",
        "=1",
        "'",
        "\"q\"",
        "\"a\nb\"",
        "\"a,b\"",
        "\"\"\"\"",
        "et",
        " ",
        "\t"
    };

    private OddFiles() {}

    /** @param number the first ones are the known ones */
    static byte[] next(Random random, int number) {
        if (number < KNOWN.size()) return KNOWN.get(number).getBytes(StandardCharsets.UTF_8);
        byte[] file = text(random).getBytes(Charset.forName(CHARSETS[random.nextInt(CHARSETS.length)]));
        for (int i = random.nextInt(3); i > 0 && file.length > 4; i--) file = damaged(file, random);
        return file;
    }

    private static String text(Random random) {
        List<String> titles = Column.titles();
        String delimiter = List.of(",", ";", "\t").get(random.nextInt(3));
        String newline = random.nextBoolean() ? "\r\n" : "\n";
        int width = 4 + random.nextInt(titles.size() - 6);
        StringBuilder text = new StringBuilder("company_id" + delimiter + "project_name");
        for (int i = 2; i < width; i++) text.append(delimiter).append(random.nextInt(9) == 0 ? "x" : titles.get(i + 3));
        text.setLength(Math.max(text.length() - random.nextInt(2), 1));
        for (int row = random.nextInt(20); row > 0; row--) {
            text.append(newline)
                    .append(random.nextInt(3))
                    .append(delimiter)
                    .append("Tax")
                    .append(random.nextInt(3));
            for (int i = 2; i < width - (random.nextInt(8) == 0 ? 1 : 0); i++) {
                text.append(delimiter).append(CELLS[random.nextInt(CELLS.length)]);
            }
        }
        return text.toString();
    }

    private static byte[] damaged(byte[] file, Random random) {
        byte[] copy = file.clone();
        int at = random.nextInt(copy.length);
        switch (random.nextInt(5)) {
            case 0 -> copy[at] = (byte) random.nextInt(256);
            case 1 -> copy[at] = '"';
            case 2 -> copy[at] = 0;
            case 3 -> copy = Arrays.copyOf(copy, at + 1);
            default -> copy[at] = '\n';
        }
        return copy;
    }
}

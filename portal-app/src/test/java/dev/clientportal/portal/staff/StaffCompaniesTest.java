package dev.clientportal.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.portal.staff.StaffCompanies.Contact;
import dev.clientportal.portal.staff.StaffCompanies.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pages of those who may see some rows only, and what is said of a contact. */
class StaffCompaniesTest {
    private final List<Integer> asked = new ArrayList<>();

    @Test
    void fullPageIsAskedForOnce() {
        Page<Integer> page = StaffCompanies.page(null, 20, (after, max) -> rows(after, max, 1));

        assertThat(page.items()).hasSize(20);
        assertThat(page.next()).isEqualTo("20");
        assertThat(asked).containsExactly(20);
    }

    @Test
    void goesOnUntilThereIsAPageOfWhatIsVisible() {
        Page<Integer> first = StaffCompanies.page(null, 20, (after, max) -> rows(after, max, 10));
        Page<Integer> second = StaffCompanies.page(first.next(), 20, (after, max) -> rows(after, max, 10));

        assertThat(first.items()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(second.items().get(0))
                .isEqualTo(first.items().get(first.items().size() - 1) + 10);
    }

    @Test
    void stopsAtTheEndAndWhereHardlyAnythingIsVisible() {
        assertThat(StaffCompanies.page("2900", 20, (after, max) -> rows(after, max, 100)))
                .isEqualTo(new Page<>(List.of(2900), null));
        asked.clear();

        Page<Integer> sparse = StaffCompanies.page(null, 20, (after, max) -> rows(after, max, 5000));

        assertThat(sparse.items()).containsExactly(0);
        assertThat(sparse.next()).isEqualTo("920");
        assertThat(asked).hasSize(10);
    }

    @Test
    void contactIsNamedByWhatThereIs() {
        assertThat(contact("Con", "Tact", "ENABLED", false).name()).isEqualTo("Con Tact");
        assertThat(contact(null, "Tact", "ENABLED", false).name()).isEqualTo("Tact");
        assertThat(contact(null, "", "ENABLED", false).name()).isEqualTo("con@client.example");
    }

    @Test
    void accessIsSaidInOneWord() {
        assertThat(contact("Con", "Tact", "ENABLED", false).access()).isEqualTo("open");
        assertThat(contact("Con", "Tact", "ENABLED", true).access()).isEqualTo("waits");
        assertThat(contact("Con", "Tact", "BLOCKED", true).access()).isEqualTo("blocked");
        assertThat(contact("Con", "Tact", "NONE", false).access()).isEqualTo("none");
        assertThat(contact("Con", "Tact", "DISABLED", false).access()).isEqualTo("disabled");
        assertThat(new Contact("id", "con", null, null, null, false, "ENABLED", false).access())
                .isEqualTo("off");
    }

    /** Of 3000 rows, of which one in so many is visible. */
    private Page<Integer> rows(String after, int max, int visible) {
        asked.add(max);
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(from + max, 3000);
        return new Page<>(
                IntStream.range(from, to)
                        .filter(row -> row % visible == 0)
                        .boxed()
                        .toList(),
                to == 3000 ? null : Integer.toString(to));
    }

    private static Contact contact(String firstName, String lastName, String state, boolean mustAccept) {
        return new Contact("id", "con", "con@client.example", firstName, lastName, true, state, mustAccept);
    }
}

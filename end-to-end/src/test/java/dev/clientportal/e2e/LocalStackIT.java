package dev.clientportal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.stack.LocalStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Stack.class)
class LocalStackIT {
    private static final String COMPANIES = "/admin/realms/northwind/organizations";

    @Test
    void killedServerComesBackWithItsDataAndAddresses() {
        LocalStack stack = Stack.local();
        String address = stack.realmUrl();
        long pid = stack.keycloakPid();
        var company = Map.of("name", "Fern Foods", "alias", "fern-foods", "domains", List.of());
        Answer created = Api.automation().post(COMPANIES, company);
        assertThat(created.status()).isEqualTo(201);

        stack.kill();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        stack.restart();

        assertThat(stack.keycloakPid()).isNotEqualTo(pid);
        assertThat(stack.realmUrl()).isEqualTo(address);
        assertThat(Api.automation().get(COMPANIES + "?search=Fern").json().findValuesAsText("alias"))
                .contains("fern-foods");
        Api.automation().delete(created.location().getPath());
    }
}

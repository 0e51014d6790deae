package org.mydirection.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Role;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class CaseKeepingTest {

    private final Cast cast;
    private final CaseKeeping cases;

    CaseKeepingTest(House house, Cast cast) {
        this.cast = cast;
        this.cases = house.get(CaseKeeping.class);
    }

    @Test
    void aCrnThatIsInUseIsRefused() {
        AccountId nina = cast.person("nina", "Nina Holt", cast.millLane, Role.STORYTELLER);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> cases.register(cast.anil(), nina, "X000001"))
                .satisfies(refused -> assertThat(refused.refusals()).containsExactly(Refusal.of("case.known_already")));
        assertThat(cases.read(cast.anil(), nina)).isEmpty();
    }

    @Test
    void theFileSaysWhoSupervisesAndWhoIsKeptOut() {
        cases.exclude(cast.anil(), cast.maya, cast.alan);
        cases.exclude(cast.anil(), cast.maya, cast.alan);

        CaseKeeping.CaseFile file = cases.read(cast.anil(), cast.maya).orElseThrow();
        assertThat(file.crn()).isEqualTo("X000001");
        assertThat(file.practitioner()).isEqualTo(cast.ruth);
        assertThat(file.keptOut()).containsExactly(cast.alan);

        cases.readmit(cast.anil(), cast.maya, cast.alan);
        assertThat(cases.read(cast.anil(), cast.maya).orElseThrow().keptOut()).isEmpty();
    }

    @Test
    void nobodyIsKeptOutOfTheirOwnCase() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> cases.exclude(cast.anil(), cast.maya, cast.maya))
                .satisfies(refused -> assertThat(refused.refusals()).containsExactly(Refusal.of("case.own_exclusion")));
    }

    @Test
    void onlyAnAdministratorReadsIt() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> cases.read(cast.ruth(), cast.maya));
    }
}

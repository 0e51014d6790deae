package org.mydirection.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mydirection.identity.AccountKeeping.AccountRow;
import org.mydirection.identity.AccountKeeping.OfficeRow;
import org.mydirection.shared.NotFound;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class AccountKeepingTest {

    private final House house;
    private final Cast cast;
    private final AccountKeeping keeping;

    AccountKeepingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.keeping = house.get(AccountKeeping.class);
    }

    @Test
    void anAccountIsReadWithItsRolesInTheirOrder() {
        AccountId both = cast.person("both", "Bo Thorne", cast.millLane, Role.CURATOR, Role.PRACTITIONER);

        assertThat(keeping.read(cast.anil(), both))
                .isEqualTo(new AccountRow(
                        both, "both", "Bo Thorne", List.of(Role.PRACTITIONER, Role.CURATOR), cast.millLane, true));
    }

    @Test
    void theOfficesAreReadByName() {
        assertThat(keeping.offices(cast.anil()))
                .extracting(OfficeRow::name)
                .containsExactly("Harbour Street", "Mill Lane");
    }

    @Test
    void onlyAnAdministratorReadsAccountsAndOffices() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.read(cast.grace(), cast.maya));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.offices(cast.grace()));
    }

    @Test
    void theTrailNamesStaffAndNoStoryteller() {
        Map<AccountId, String> names = house.inTransaction(
                () -> house.get(Accounts.class).staffNamesOf(List.of(cast.ruth, cast.maya, cast.grace)));

        assertThat(names).isEqualTo(Map.of(cast.ruth, "Ruth Okafor", cast.grace, "Grace Adeyemi"));
    }
}

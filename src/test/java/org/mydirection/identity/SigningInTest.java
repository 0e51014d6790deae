package org.mydirection.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mydirection.shared.NotFound;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class SigningInTest {

    private final House house;
    private final Cast cast;
    private static final String HERE = "192.0.2.1";

    private final SigningIn signingIn;
    private final AccountKeeping keeping;

    SigningInTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        signingIn = house.get(SigningIn.class);
        keeping = house.get(AccountKeeping.class);
    }

    @Test
    void theRightPassphraseSignsInWhateverTheCaseOfTheName() {
        assertThat(signingIn.signIn(" Maya ", Cast.PASSPHRASE, HERE))
                .map(Pass::account)
                .contains(cast.maya);
        assertThat(house.lastEntry().event()).isEqualTo("signed_in");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.maya.value());
    }

    @Test
    void aWrongPassphraseGetsTheAnswerOfANameThatDoesNotExist() {
        assertThat(signingIn.signIn("ruth", "not-the-passphrase-1", HERE)).isEmpty();
        assertThat(house.lastEntry().event()).isEqualTo("sign_in_failed");
        assertThat(house.lastEntry().subject()).isEqualTo(cast.ruth.value());
        assertThat(signingIn.signIn("nobody" + house.kind(), "not-the-passphrase-1", HERE))
                .isEmpty();
    }

    @Test
    void fiveWrongTriesCloseTheNameForThatPlaceWhetherItExistsOrNotAndNotForItsOwnerElsewhere() {
        String known = "locked" + house.kind().name().toLowerCase(java.util.Locale.ROOT);
        cast.person(known, "Lou Locke", null, Role.STORYTELLER);
        for (String name : Set.of(known, "unknown-" + known)) {
            for (int i = 0; i < 5; i++) {
                assertThat(signingIn.mustWait(name, HERE)).isFalse();
                assertThat(signingIn.signIn(name, "wrong wrong wrong", HERE)).isEmpty();
            }
            assertThat(signingIn.mustWait(name, HERE)).isTrue();
        }
        assertThat(signingIn.signIn(known, Cast.PASSPHRASE, HERE)).isEmpty();
        assertThat(signingIn.signIn(known, Cast.PASSPHRASE, "192.0.2.7")).isPresent();
    }

    @Test
    void aNewPassphraseEndsTheSessionsOfTheOldOne() {
        Pass old = signingIn.signIn("lena", Cast.PASSPHRASE, HERE).orElseThrow();
        assertThat(signingIn.viewer(old)).isPresent();

        keeping.changePassphrase(cast.anil(), cast.lena, "amber-river-walnut-12");

        assertThat(signingIn.viewer(old)).isEmpty();
        Pass now = signingIn.signIn("lena", "amber-river-walnut-12", HERE).orElseThrow();
        assertThat(signingIn.viewer(now)).isPresent();
        assertThat(Pass.parse(now.text())).contains(now);
    }

    @Test
    void aClosedAccountSignsInNoMoreAndItsRequestsEnd() {
        keeping.close(cast.anil(), cast.tom);

        assertThat(house.lastEntry().event()).isEqualTo("account_closed");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.anil.value());
        assertThat(signingIn.signIn("tom", Cast.PASSPHRASE, HERE)).isEmpty();
        assertThat(signingIn.viewer(cast.tom)).isEmpty();
    }

    @Test
    void anAccountIsRefusedWithAllReasonsAtOnce() {
        assertRefused(
                () -> keeping.open(cast.anil(), "M", " ", "short", new OfficeId(java.util.UUID.randomUUID()), Set.of()),
                "error.passphrase_short",
                "account.name_missing",
                "account.username_form",
                "account.role_missing",
                "account.office_unknown");
        assertRefused(
                () -> keeping.open(
                        cast.anil(), "MAYA", "Maya Two", Cast.PASSPHRASE, null, EnumSet.of(Role.STORYTELLER)),
                "account.username_taken");
    }

    @Test
    void anOpenedAccountSignsInWithItsOwnPassphrase() {
        AccountId opened = keeping.open(
                cast.anil(), "Rosa", "Rosa Diaz", "amber-river-walnut-11", cast.millLane, Set.of(Role.CURATOR));

        assertThat(house.lastEntry().event()).isEqualTo("account_opened");
        assertThat(signingIn.signIn("rosa", "amber-river-walnut-11", HERE))
                .map(Pass::account)
                .contains(opened);
        assertThat(cast.as(opened).roles()).containsExactly(Role.CURATOR);
        assertThat(cast.as(opened).office()).isEqualTo(cast.millLane);
    }

    @Test
    void rolesChangeFromTheNextRequestOnButNotOnesOwn() {
        keeping.changeRoles(cast.anil(), cast.ruth, Set.of(Role.CURATOR));

        assertThat(cast.ruth().may(Permission.PRESENT)).isFalse();
        assertThat(house.lastEntry().event()).isEqualTo("roles_changed");
        assertRefused(() -> keeping.changeRoles(cast.anil(), cast.anil, Set.of(Role.CURATOR)), "account.own_roles");
        assertRefused(() -> keeping.close(cast.anil(), cast.anil), "account.own_close");
        assertRefused(() -> keeping.changeRoles(cast.anil(), cast.ruth, Set.of()), "account.role_missing");
    }

    @Test
    void onlyTheAdministratorRunsAccounts() {
        for (AccountId other : Set.of(cast.maya, cast.ruth, cast.priya, cast.lena, cast.grace)) {
            assertThatThrownBy(() -> keeping.all(cast.as(other))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> keeping.close(cast.as(other), cast.kofi)).isInstanceOf(NotFound.class);
        }
        assertThat(keeping.all(cast.anil())).hasSize(9);
    }

    @Test
    void anOfficeHasOneName() {
        assertRefused(() -> keeping.openOffice(cast.anil(), "mill lane"), "office.name_taken");
        assertRefused(() -> keeping.openOffice(cast.anil(), " "), "office.name_missing");
        keeping.openOffice(cast.anil(), "Station Road");
        assertThat(house.lastEntry().event()).isEqualTo("office_opened");
    }
}

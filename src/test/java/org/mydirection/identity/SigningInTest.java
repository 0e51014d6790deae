package org.mydirection.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class SigningInTest {

    private final House house;
    private final Cast cast;
    private final SigningIn signingIn;

    SigningInTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.signingIn = house.get(SigningIn.class);
    }

    @Test
    void theRightPassphraseOpensWhateverTheCaseOfTheName() {
        assertThat(signingIn.signIn(" Maya ", Cast.PASSPHRASE)).contains(cast.maya);
        assertThat(house.lastEntry().event()).isEqualTo("signed_in");
    }

    @Test
    void aWrongPassphraseAnUnknownNameAndAClosedAccountAreAllTheSame() {
        house.get(AccountKeeping.class).close(cast.anil(), cast.kofi);

        assertThat(signingIn.signIn("ruth", "not this one")).isEmpty();
        assertThat(signingIn.signIn("nobody-" + house.kind(), Cast.PASSPHRASE)).isEmpty();
        assertThat(signingIn.signIn("kofi", Cast.PASSPHRASE)).isEmpty();
    }

    @Test
    void fiveWrongTriesCloseANameForAWhileWhetherItExistsOrNot() {
        String name = "guesser-" + house.kind();
        for (int i = 0; i < 5; i++) {
            assertThat(signingIn.mustWait(name)).isFalse();
            signingIn.signIn(name, "guess " + i);
        }
        assertThat(signingIn.mustWait(name)).isTrue();
    }

    @Test
    void whoWasClosedIsNobodyAtTheirNextRequest() {
        assertThat(signingIn.viewer(cast.tom)).isPresent();

        house.get(AccountKeeping.class).close(cast.anil(), cast.tom);

        assertThat(signingIn.viewer(cast.tom)).isEmpty();
    }
}

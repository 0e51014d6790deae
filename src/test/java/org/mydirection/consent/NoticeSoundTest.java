package org.mydirection.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mydirection.testing.House;

/** The notice as a person read it out: of this very text, or not played. */
class NoticeSoundTest {

    private static final byte[] M4A = "\0\0\0\u0018ftypM4A read out".getBytes(UTF_8);

    @TempDir
    Path content;

    private final House house = House.on(House.Kind.H2);
    private final NoticeSound sound = house.get(NoticeSound.class);
    private final Notices notices = house.get(Notices.class);
    private Notice notice;

    @BeforeEach
    void anInstallationWithAFolderOfItsOwn() {
        house.reset();
        house.settings().put("content.dir", content.toString());
        notice = notices.current(Locale.UK);
    }

    @Test
    void whatWasReadOutIsPlayedBesideItsWords() throws IOException {
        readOut("notice-1-en", notice.hash(), "summary");

        assertThat(sound.of(notice, "summary")).hasValue(content.resolve("notice-1-en/summary.m4a"));
        assertThat(sound.of(notice.hash(), "summary")).isPresent();
        assertThat(sound.of(notice, "topic.must_act")).isEmpty();
        assertThat(sound.extent(notice).there()).isEqualTo(1);
        assertThat(sound.extent(notice).missing()).contains("topic.must_act").doesNotContain("summary");
        assertThat(sound.extent(notice).ofAnotherText()).isFalse();
    }

    @Test
    void everyPartOfTheNoticeCanBeReadOut() throws IOException {
        assertThat(notice.parts()).contains("summary", "topic.must_act", "purpose.own_supervision");
        assertThat(notice.parts()).hasSize(1 + notice.topics().size() + Purpose.values().length);

        readOut("notice-1-en", notice.hash(), notice.parts().toArray(String[]::new));

        assertThat(sound.extent(notice).whole()).isTrue();
    }

    @Test
    void theRecordingOfAnotherTextIsNotPlayed() throws IOException {
        readOut("notice-1-en", notice.hash(), "summary");

        house.settings().put("service.contact", "0300 111 1111");
        Notice changed = notices.current(Locale.UK);

        assertThat(changed.hash()).isNotEqualTo(notice.hash());
        assertThat(sound.of(changed, "summary")).isEmpty();
        assertThat(sound.of(notice.hash(), "summary"))
                .as("the old text is shown to nobody")
                .isEmpty();
        assertThat(sound.extent(changed.hash()).orElseThrow().ofAnotherText()).isTrue();
        assertThat(sound.extent(notice.hash())).isEmpty();
    }

    @Test
    void withoutTheMarkOfTheTextNothingIsPlayed() throws IOException {
        readOut("notice-1-en", notice.hash(), "summary");
        Files.delete(content.resolve("notice-1-en/text.sha256"));

        assertThat(sound.of(notice, "summary")).isEmpty();
        assertThat(sound.extent(notice).ofAnotherText()).isTrue();
    }

    @Test
    void eachLanguageAndFormHasItsOwn() throws IOException {
        Notice easy = notices.current(Locale.forLanguageTag("cy-simple"));
        readOut("notice-1-cy-easy", easy.hash(), "summary");

        assertThat(sound.of(easy, "summary")).isPresent();
        assertThat(sound.of(notices.current(Locale.forLanguageTag("cy-GB")), "summary"))
                .isEmpty();
        assertThat(sound.of(notice, "summary")).isEmpty();
    }

    @Test
    void nothingElseOfTheDiskIsReached() throws IOException {
        readOut("notice-1-en", notice.hash(), "summary", "of.no.part");
        Files.write(content.resolve("secret.m4a"), M4A);

        assertThat(sound.of(notice, "of.no.part")).isEmpty();
        assertThat(sound.of(notice, "../secret")).isEmpty();
        assertThat(sound.of("0".repeat(64), "summary")).isEmpty();
    }

    @Test
    void whatIsNoMp4IsNotPlayed() throws IOException {
        readOut("notice-1-en", notice.hash(), "summary");
        Files.writeString(content.resolve("notice-1-en/summary.m4a"), "<html>no sound");

        assertThat(sound.of(notice, "summary")).isEmpty();

        Files.write(content.resolve("notice-1-en/summary.m4a"), new byte[0]);
        assertThat(sound.of(notice, "summary")).isEmpty();
    }

    private void readOut(String folder, String hash, String... parts) throws IOException {
        Path there = Files.createDirectories(content.resolve(folder));
        Files.writeString(there.resolve("text.sha256"), hash + "  notice\n");
        for (String part : parts) {
            Files.write(there.resolve(part + ".m4a"), M4A);
        }
    }
}

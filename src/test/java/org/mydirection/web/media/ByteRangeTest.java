package org.mydirection.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    private static final long SIZE = 1000;
    private static final long MOST = 100;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=999-999, 999, 999",
        "bytes=10-, 10, 109",
        "bytes=950-, 950, 999",
        "bytes=990-999999999999999999, 990, 999",
        "bytes=-1, 999, 999",
        "bytes=-1000, 0, 999",
        "bytes=-999999999999999999, 0, 999",
        "bytes= 1 - 2 , 1, 2",
        "bytes=000000000000000001-000000000000000002, 1, 2"
    })
    void oneRangeIsCutToWhatThereIs(String header, long from, long to) {
        assertThat(ByteRange.understood(header)).isTrue();
        assertThat(ByteRange.of(header, SIZE, MOST)).contains(new ByteRange(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=999999999999999999-", "bytes=-0"})
    void outsideIsNothing(String header) {
        assertThat(ByteRange.understood(header)).isTrue();
        assertThat(ByteRange.of(header, SIZE, MOST)).isEmpty();
    }

    /** What is not understood is answered with the whole, once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=--1",
                "bytes=5-3",
                "bytes=-5-10",
                "bytes=0-1,2-3",
                "bytes=0-0,0-0,0-0,0-0",
                "bytes=0-18446744073709551616",
                "bytes=18446744073709551616-",
                "bytes=-9223372036854775809",
                "bytes=0x1-0x2",
                "bytes=1e3-",
                "bytes=\u0661-\u0662",
                "bytes=0-1\r\nX: y",
                "lines=0-1"
            })
    void anythingElseIsNoRange(String header) {
        assertThat(ByteRange.understood(header)).isFalse();
    }

    @Test
    void whateverIsAskedForTheAnswerLiesWithinWhatThereIs() {
        Random random = new Random(5);
        List<String> parts = List.of("bytes=", "-", "0", "1", "9", "999", "1000", ",", " ", "99999999999999999999");
        for (int i = 0; i < 50_000; i++) {
            StringBuilder header = new StringBuilder("bytes=");
            for (int count = random.nextInt(6); count > 0; count--) {
                header.append(parts.get(random.nextInt(parts.size())));
            }
            String asked = header.toString();
            if (ByteRange.understood(asked)) {
                ByteRange.of(asked, SIZE, MOST).ifPresent(range -> {
                    assertThat(range.from()).as(asked).isBetween(0L, SIZE - 1);
                    assertThat(range.to()).as(asked).isBetween(range.from(), SIZE - 1);
                });
            }
        }
    }
}

package org.mydirection.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServerOutputTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void whatBelongsToOneEventIsOneLine() {
        read("""
                2026-11-23T10:00:00.000Z SEVERE a It broke
                java.lang.IllegalStateException: broken
                \tat somewhere

                2026-11-23T10:00:01.000Z INFO b It goes on
                """);

        assertThat(log.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "2026-11-23T10:00:00.000Z SEVERE a It broke | java.lang.IllegalStateException: broken"
                                + " | at somewhere",
                        "2026-11-23T10:00:01.000Z INFO b It goes on");
    }

    @Test
    void theFirstRefusalIsTheOneThatCounts() {
        ServerOutput output = read("""
                2026-11-23T10:00:00.000Z SEVERE a My Direction did not start: The setting x is missing.
                2026-11-23T10:00:01.000Z SEVERE a My Direction did not start: Something that follows from it.
                """);

        assertThat(output.refusal()).contains("The setting x is missing.");
    }

    @Test
    void aDatabaseThatTheServerCannotReachIsToldByItsSettings() {
        ServerOutput output =
                read("2026-11-23T10:00:00.000Z SEVERE a Error in allocating a connection. Cause: refused\n");

        assertThat(output.refusal())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("db.url"));
    }

    @Test
    void aFailedDeploymentAndTheEndOfTheStartAreNoticed() {
        ServerOutput healthy = read("2026-11-23T10:00:00.000Z INFO a Payara Micro 6 (build 1) ready in 9,011 (ms)\n");
        ServerOutput broken = read("2026-11-23T10:00:00.000Z SEVERE a Exception while deploying the app [x] : y\n");

        assertThat(healthy.finished()).isTrue();
        assertThat(healthy.failed()).isFalse();
        assertThat(broken.failed()).isTrue();
        assertThat(broken.finished()).isFalse();
    }

    @Test
    void manyLinesThatCameAtOnceAreNotFlushedOneByOne() {
        AtomicInteger flushes = new AtomicInteger();
        PrintStream counted = new PrintStream(log, false, StandardCharsets.UTF_8) {
            @Override
            public void flush() {
                flushes.incrementAndGet();
                super.flush();
            }
        };
        String event = "2026-11-23T10:00:00.000Z INFO b It goes on\n";
        new ServerOutput(new ByteArrayInputStream(event.repeat(100).getBytes(StandardCharsets.UTF_8)), counted).run();

        assertThat(log.toString(StandardCharsets.UTF_8).lines()).hasSize(100);
        assertThat(flushes).hasValueLessThan(5);
    }

    private ServerOutput read(String text) {
        ServerOutput output = new ServerOutput(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(log, false, StandardCharsets.UTF_8));
        output.run();
        return output;
    }
}
